import Big from 'big.js'
import type { Account } from '../books/account.ts'
import type { Company } from '../books/company.ts'
import type { Vendor } from '../books/vendor.ts'
import { accountOf } from './references.ts'
import { refuse } from './refusals.ts'
import type { TransactionInput } from './transaction-input.ts'

/** Euro for one unit of a currency: fixed, so that every run gives the same books. */
const euro: Record<string, number> = {
  EUR: 1,
  DKK: 0.134,
  GBP: 1.17,
  MYR: 0.205,
  NOK: 0.0862,
  SEK: 0.0885,
  SGD: 0.68,
  USD: 0.92,
}

/** Units of the home currency for one of `currency`, seven decimals. */
export function dayRate(home: string, currency: string): Big {
  if (home === currency) return new Big(1)
  return new Big(euro[currency] ?? 1).div(euro[home] ?? 1).round(7)
}

/**
 * The currency of a transaction: the vendor's, unless it says otherwise.
 * @throws ApiFault 6000 for a foreign one without multicurrency, an unknown one, or one beside the vendor's
 */
export function currencyOf(company: Company, vendor: Vendor, input: TransactionInput): string {
  const asked = input.CurrencyRef?.value ?? vendor.currency
  if (asked !== company.homeCurrency && !company.multicurrency) {
    throw refuse.business('Multi currency should be enabled to perform this operation.')
  }
  const known = [company.homeCurrency, ...company.currencies.filter(one => one.active).map(one => one.code)]
  if (!known.includes(asked)) {
    throw refuse.business(`The currency ${asked} is not among the currencies of this company.`)
  }
  if (asked !== vendor.currency) throw refuse.business(SAME_CURRENCY)
  return asked
}

const SAME_CURRENCY = 'The transaction must use the same currency as the Accounts Payable account.'

/**
 * The Accounts Payable account of a transaction: the one it names, or the company's for the currency.
 * @throws ApiFault 6430 for another kind of account, 6000 for another currency
 */
export function payableAccount(company: Company, currency: string, input: TransactionInput): Account {
  const named = input.APAccountRef === undefined ? undefined : accountOf(company, input.APAccountRef)
  if (named !== undefined && named.type !== 'Accounts Payable') throw refuse.accountType()
  if (named !== undefined && named.currency !== currency) throw refuse.business(SAME_CURRENCY)
  const usual = company.accounts.find(
    one => one.active && one.type === 'Accounts Payable' && one.currency === currency,
  )
  const account = named ?? usual
  if (!account) throw refuse.business(`There is no Accounts Payable account in ${currency}.`)
  return account
}
