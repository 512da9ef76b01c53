import Big from 'big.js'
import { z } from 'zod'
import { LocalDate } from '#lib/domain/instant.ts'
import type { LedgerRules } from '#lib/domain/ledger-lists.ts'
import { Currency } from '#lib/domain/money.ts'
import { accountCodes } from './account-codes.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { select } from './select.ts'
import {
  WireAccount,
  WireCompanyInfo,
  WireCurrency,
  WirePreferences,
  WireTag,
  WireTaxCode,
  WireTaxRate,
} from './wire-lists.ts'

export interface AccountFact {
  id: string
  code: string
  name: string
  /** In QuickBooks's words: `Cost of Goods Sold`. */
  type: string
  active: boolean
  currency: string | null
  taxCode: string | null
}

export interface TaxCodeFact {
  id: string
  name: string
  active: boolean
  /** In percent; what its rates for purchases come to. */
  percent: string
  /** Empty where it does not stand on purchases. */
  rates: { id: string; percent: string }[]
}

/** A class or a location. */
export interface TagFact {
  id: string
  name: string
}

/** What a company is and holds, as far as writing its bills needs it: vendors aside, which are many. */
export interface CompanyFacts {
  name: string
  homeCurrency: Currency
  multicurrency: boolean
  /** Its bills carry no tax, and lines take the codes TAX and NON only. */
  unitedStates: boolean
  accounts: AccountFact[]
  taxCodes: TaxCodeFact[]
  classes: TagFact[]
  locations: TagFact[]
  currencies: Currency[]
  rules: LedgerRules
}

const EVERY = 'Active IN (true, false)'

/** Reads all of it anew, in one request where no list is longer than a thousand. */
export async function readFacts(company: QuickbooksCompany): Promise<CompanyFacts> {
  const [infos, preferences, accounts, taxCodes, taxRates, classes, locations, currencies] = await select(
    company,
    [
      { entity: 'CompanyInfo' },
      { entity: 'Preferences' },
      { entity: 'Account', where: EVERY },
      { entity: 'TaxCode', where: EVERY },
      { entity: 'TaxRate', where: EVERY },
      { entity: 'Class' },
      { entity: 'Department' },
      { entity: 'CompanyCurrency' },
    ],
  )
  const info = WireCompanyInfo.parse(infos?.[0] ?? {})
  const prefs = WirePreferences.parse(preferences?.[0] ?? {})
  const homeCurrency = Currency.parse(prefs.CurrencyPrefs?.HomeCurrency?.value)
  const multicurrency = prefs.CurrencyPrefs?.MultiCurrencyEnabled ?? false
  const foreign = z
    .array(WireCurrency)
    .parse(currencies)
    .flatMap(({ Code, Active }) => (Active ? (Currency.safeParse(Code).data ?? []) : []))
  const unitedStates = info.Country === 'US'
  return {
    name: info.CompanyName,
    homeCurrency,
    multicurrency,
    unitedStates,
    accounts: accountFacts(z.array(WireAccount).parse(accounts)),
    taxCodes: taxCodeFacts(z.array(WireTaxCode).parse(taxCodes), z.array(WireTaxRate).parse(taxRates)),
    classes: tagFacts(classes),
    locations: tagFacts(locations),
    currencies: [...new Set([homeCurrency, ...(multicurrency ? foreign : [])])],
    rules: rulesOf(info, prefs, unitedStates),
  }
}

function accountFacts(accounts: readonly z.infer<typeof WireAccount>[]): AccountFact[] {
  const codes = accountCodes(accounts)
  return accounts.map(account => ({
    id: account.Id,
    code: codes.get(account.Id) ?? account.Id,
    name: account.FullyQualifiedName ?? account.Name,
    type: account.AccountType,
    active: account.Active,
    currency: account.CurrencyRef?.value ?? null,
    taxCode: account.TaxCodeRef?.value ?? null,
  }))
}

/** Codes that tax tax, or turn it around (rates that cancel out), are left out: a line cannot say which. */
function taxCodeFacts(
  codes: readonly z.infer<typeof WireTaxCode>[],
  taxRates: readonly z.infer<typeof WireTaxRate>[],
): TaxCodeFact[] {
  const percents = new Map(taxRates.map(({ Id, RateValue }) => [Id, RateValue]))
  return codes.map(code => {
    const details = code.PurchaseTaxRateList?.TaxRateDetail ?? []
    const rates = details.map(({ TaxRateRef: { value } }) => ({
      id: value,
      percent: percents.get(value) ?? -1,
    }))
    const plain =
      details.every(({ TaxTypeApplicable = 'TaxOnAmount' }) => TaxTypeApplicable === 'TaxOnAmount') &&
      rates.every(({ percent }) => percent >= 0)
    const usable = plain ? rates.map(({ id, percent }) => ({ id, percent: new Big(percent).toFixed() })) : []
    return {
      id: code.Id,
      name: code.Name,
      active: code.Active && !code.Hidden,
      percent: usable.reduce((all, { percent }) => all.plus(percent), new Big(0)).toFixed(),
      rates: usable,
    }
  })
}

function tagFacts(tags: unknown): TagFact[] {
  return z
    .array(WireTag)
    .parse(tags)
    .filter(({ Active }) => Active)
    .map(({ Id, FullyQualifiedName, Name }) => ({ id: Id, name: FullyQualifiedName ?? Name }))
}

function rulesOf(
  { NameValue }: z.infer<typeof WireCompanyInfo>,
  prefs: z.infer<typeof WirePreferences>,
  unitedStates: boolean,
): LedgerRules {
  const other = prefs.OtherPrefs?.NameValue ?? []
  const plan = NameValue.find(({ Name }) => Name === 'OfferingSku')?.Value ?? null
  const simpleStart = /simple ?start/i.test(plan ?? '')
  return {
    plan,
    keepsBills: !simpleStart && (prefs.VendorAndPurchasesPrefs?.EnableBills ?? true),
    booksClosedUntil:
      LocalDate.safeParse(prefs.AccountingInfoPrefs?.BookCloseDate?.slice(0, 10)).data ?? null,
    refusesUsedNumbers: other.some(
      ({ Name, Value }) => Name === 'WarnDuplicateBillNumber' && Value === 'true',
    ),
    taxInAmounts: unitedStates || prefs.TaxPrefs?.UsingSalesTax === false,
  }
}
