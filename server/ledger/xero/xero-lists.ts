import { z } from 'zod'
import { systemClock } from '#lib/domain/instant.ts'
import { type AccountClass, LedgerLists } from '#lib/domain/ledger-lists.ts'
import { Currency } from '#lib/domain/money.ts'
import { treatmentOf } from '#lib/domain/tax-treatment.ts'
import { readBody } from './read-body.ts'
import { readContacts } from './xero-contacts.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

const classes: Record<string, AccountClass> = {
  ASSET: 'asset',
  EQUITY: 'equity',
  EXPENSE: 'expense',
  LIABILITY: 'liability',
  REVENUE: 'revenue',
}
/** A bill's line may name no bank; nor a system account such as receivables and payables, but that for rounding. */
const neverTypes = new Set(['BANK'])
const roundingAccount = 'ROUNDING'

const Account = z.looseObject({
  code: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  _class: z.string().optional(),
  status: z.string().optional(),
  systemAccount: z.string().optional(),
  taxType: z.string().optional(),
})
const TaxRate = z.looseObject({
  taxType: z.string().optional(),
  reportTaxType: z.string().nullish(),
  name: z.string(),
  effectiveRate: z.coerce.number().optional(),
  status: z.string().optional(),
  canApplyToAssets: z.boolean().optional(),
  canApplyToEquity: z.boolean().optional(),
  canApplyToExpenses: z.boolean().optional(),
  canApplyToLiabilities: z.boolean().optional(),
  canApplyToRevenue: z.boolean().optional(),
})
const Category = z.looseObject({
  name: z.string().default(''),
  options: z
    .array(z.looseObject({ name: z.string().default(''), status: z.string().default('ACTIVE') }))
    .default([]),
})
/** A calendar date; xero-node gives a `Date` where its own type says text. */
const day = z.union([z.string(), z.date()]).transform(value => new Date(value).toISOString().slice(0, 10))
const Organisation = z.looseObject({
  name: z.string().optional(),
  baseCurrency: z.coerce.string().optional(),
  periodLockDate: day.nullish(),
  endOfYearLockDate: day.nullish(),
})

const typeWords: Record<string, string> = {
  DIRECTCOSTS: 'Direct costs',
  EXPENSE: 'Expense',
  OVERHEADS: 'Overheads',
  CURRENT: 'Current asset',
  CURRLIAB: 'Current liability',
  FIXED: 'Fixed asset',
  INVENTORY: 'Inventory',
}

/** Everything that a bill may name in the organisation, contacts page by page. */
export async function readXeroLists(xero: XeroOrganisation): Promise<LedgerLists> {
  const { api, tenant } = xero
  const [organisations, accounts, taxRates, tracking, currencies, contacts] = await Promise.all([
    readBody(xero, () => api.getOrganisations(tenant)),
    readBody(xero, () => api.getAccounts(tenant)),
    readBody(xero, () => api.getTaxRates(tenant)),
    readBody(xero, () => api.getTrackingCategories(tenant)),
    readBody(xero, () => api.getCurrencies(tenant)),
    readContacts(xero),
  ])
  const organisation = Organisation.parse(organisations.organisations?.[0] ?? {})
  return LedgerLists.parse({
    organisation: { id: tenant, name: organisation.name, currency: organisation.baseCurrency },
    accounts: z
      .array(Account)
      .parse(accounts.accounts ?? [])
      .filter(account => account.code)
      .map(account => ({
        code: account.code,
        name: account.name ?? '',
        type: typeWords[account.type ?? ''] ?? account.type ?? '',
        class: classes[account._class ?? ''] ?? null,
        active: account.status === 'ACTIVE',
        allowed:
          (!account.systemAccount || account.systemAccount === roundingAccount) &&
          !neverTypes.has(account.type ?? '') &&
          classes[account._class ?? ''] !== undefined,
        taxCode: account.taxType ?? null,
      })),
    taxRates: z
      .array(TaxRate)
      .parse(taxRates.taxRates ?? [])
      .filter(({ taxType, effectiveRate = 0 }) => taxType && effectiveRate >= 0)
      .map(taxRateOf),
    contacts,
    tracking: z
      .array(Category)
      .parse(tracking.trackingCategories ?? [])
      .map(({ name, options }) => ({
        name,
        options: options.filter(({ status }) => status === 'ACTIVE').map(option => option.name),
      })),
    currencies: (currencies.currencies ?? []).flatMap(({ code }) => Currency.safeParse(code).data ?? []),
    lockDates: {
      period: organisation.periodLockDate ?? null,
      endOfYear: organisation.endOfYearLockDate ?? null,
    },
    fetchedAt: systemClock(),
  })
}

function taxRateOf(rate: z.infer<typeof TaxRate>) {
  const { taxType = '', reportTaxType, name, effectiveRate = 0 } = rate
  const treatment = treatmentOf({ code: taxType, report: reportTaxType ?? '', name })
  // The UK's codes for capital purchases stand on assets alone.
  const onAssets = treatment === 'capital' && rate.canApplyToAssets === true
  return {
    code: taxType,
    name,
    rate: effectiveRate.toFixed(4),
    active: rate.status === 'ACTIVE',
    purchases: onAssets || (rate.canApplyToExpenses ?? false),
    classes: classesOf(rate),
    treatment,
  }
}

/** Where Xero lets a tax rate stand; null where it does not say. */
function classesOf(rate: z.infer<typeof TaxRate>): AccountClass[] | null {
  const told: [AccountClass, boolean | undefined][] = [
    ['asset', rate.canApplyToAssets],
    ['equity', rate.canApplyToEquity],
    ['expense', rate.canApplyToExpenses],
    ['liability', rate.canApplyToLiabilities],
    ['revenue', rate.canApplyToRevenue],
  ]
  if (told.every(([, may]) => may === undefined)) return null
  return told.filter(([, may]) => may).map(([name]) => name)
}
