import { z } from 'zod'
import { systemClock } from '#lib/domain/instant.ts'
import { Contact, LedgerLists } from '#lib/domain/ledger-lists.ts'
import { Currency } from '#lib/domain/money.ts'
import { treatmentOf } from '#lib/domain/tax-treatment.ts'
import { type CompanyFacts, readFacts } from './company-facts.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { select } from './select.ts'
import { trackingOf } from './tracking.ts'
import { WireVendor } from './wire-lists.ts'

/** The types of accounts that a bill's line may not name: what is owed goes there by itself, or is paid from there. */
const neverTypes = new Set(['Accounts Payable', 'Accounts Receivable', 'Bank', 'Credit Card'])

/** Everything that a bill may name in the company. What was read is kept for the bills that follow. */
export async function readQuickbooksLists(company: QuickbooksCompany): Promise<LedgerLists> {
  const [facts, contacts] = await Promise.all([readFacts(company), readVendors(company)])
  company.known.keepFacts(facts)
  return LedgerLists.parse({
    organisation: { id: company.realm, name: facts.name, currency: facts.homeCurrency },
    accounts: facts.accounts.map(({ code, name, type, active, taxCode }) => ({
      code,
      name,
      type,
      active,
      allowed: !neverTypes.has(type),
      taxCode,
    })),
    taxRates: taxRatesOf(facts),
    contacts,
    tracking: trackingOf(facts),
    currencies: facts.currencies,
    rules: facts.rules,
    fetchedAt: systemClock(),
  })
}

function taxRatesOf({ taxCodes, unitedStates, rules }: CompanyFacts) {
  // Bills of the US carry no tax: NON says so, and nothing else fits (facts/qbo.md, Bill).
  if (unitedStates) return [{ code: 'NON', name: 'Non-taxable', rate: '0', active: true, purchases: true }]
  if (rules.taxInAmounts) return []
  return taxCodes.map(({ id, name, percent, active, rates }) => ({
    code: id,
    name,
    rate: percent,
    active,
    purchases: rates.length > 0,
    treatment: treatmentOf({ name }),
  }))
}

/** All vendors, inactive ones too, whose names then end in ` (deleted)`: that is no part of them. */
export async function readVendors(company: QuickbooksCompany): Promise<Contact[]> {
  const [vendors = []] = await select(company, [{ entity: 'Vendor', where: 'Active IN (true, false)' }])
  return z.array(WireVendor).parse(vendors).map(contactOf)
}

/** A vendor as the lists name it. Its tax number comes masked, and is left out. */
export function contactOf({ Id, DisplayName, Active, CurrencyRef, PrimaryEmailAddr }: WireVendor): Contact {
  return Contact.parse({
    id: Id,
    name: Active ? DisplayName : DisplayName.replace(/ \(deleted( \d+)?\)$/, ''),
    active: Active,
    email: PrimaryEmailAddr?.Address ?? null,
    currency: Currency.safeParse(CurrencyRef?.value).data ?? null,
  })
}
