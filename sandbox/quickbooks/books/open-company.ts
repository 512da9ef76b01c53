import type { Company, IdKind, Tag } from './company.ts'
import type { CompanySeed } from './company-seed.ts'
import { currencyName } from './currency-name.ts'
import { stamped } from './stamp.ts'
import { nameWhen } from './vendor.ts'

/** A company as its seed describes it. Same seed in, same ids out. */
export function openCompany(seed: CompanySeed, now: Date): Company {
  const counted = new Map<IdKind, number>()
  const nextId = (kind: IdKind): string => {
    const next = (counted.get(kind) ?? 0) + 1
    counted.set(kind, next)
    return String(next)
  }
  const tag = (name: string): Tag => ({ ...stamped(now), id: nextId('tag'), name, active: true })
  const { accounts, taxRates, taxCodes, vendors, customers, classes, departments, currencies, ...facts } =
    seed
  const rates = taxRates.map(rate => ({ ...rate, id: nextId('tax') }))
  const rateIds = (keys: string[]): string[] => rates.filter(one => keys.includes(one.key)).map(one => one.id)
  return {
    ...facts,
    ...stamped(now),
    subscription: 'active',
    access: 'full',
    refusesDuplicateNumbers: true,
    accounts: accounts.map(({ inactive = false, currency = seed.homeCurrency, ...account }) => ({
      ...stamped(now),
      ...account,
      id: nextId('account'),
      name: nameWhen(!inactive, account.name),
      currency,
      active: !inactive,
    })),
    taxRates: rates.map(({ id, name, percent, inactive = false }) => ({
      ...stamped(now),
      id,
      name,
      percent,
      active: !inactive,
    })),
    taxCodes: taxCodes.map(({ id, sales, purchases, inactive = false, ...code }) => ({
      ...stamped(now),
      ...code,
      id: id ?? nextId('tax'),
      active: !inactive,
      salesRateIds: rateIds(sales),
      purchaseRateIds: rateIds(purchases),
    })),
    vendors: vendors.map(({ name, currency = seed.homeCurrency, taxNumber, inactive = false }) => ({
      ...stamped(now),
      id: nextId('name'),
      displayName: nameWhen(!inactive, name),
      companyName: name,
      taxIdentifier: taxNumber,
      currency,
      active: !inactive,
    })),
    otherNames: customers.map(displayName => ({ id: nextId('name'), displayName, kind: 'Customer' })),
    classes: classes.map(tag),
    departments: departments.map(tag),
    currencies: currencies.map(code => ({
      ...stamped(now),
      id: nextId('currency'),
      code,
      name: currencyName(code),
      active: true,
    })),
    terms: [
      { ...stamped(now), id: nextId('term'), name: 'Due on receipt', dueDays: 0, active: true },
      { ...stamped(now), id: nextId('term'), name: 'Net 30', dueDays: 30, active: true },
    ],
    transactions: [],
    attachables: [],
    tombstones: [],
    nextId,
  }
}
