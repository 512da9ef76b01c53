import Big from 'big.js'
import type { BillLine, BillToPost } from '#lib/domain/bill.ts'
import type { Failure } from '#lib/domain/failure.ts'
import type { BillToMake } from '../port.ts'
import type { CompanyFacts } from './company-facts.ts'
import { docNumber } from './doc-number.ts'
import { privateNote } from './private-note.ts'
import { type TaxedLine, taxDetail } from './tax-detail.ts'
import { CLASS, LOCATION } from './tracking.ts'
import type { LineToSend, TransactionToSend } from './wire-transaction.ts'

export type Wired = { ok: true; wire: TransactionToSend } | { ok: false; failure: Failure }

/** What we ourselves see to be impossible, before anything is sent. */
class Impossible extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * A bill as QuickBooks takes it: its lines without tax, and the tax of each rate beside them, so that both are
 * the invoice's to the cent whatever its amounts include. Where bills carry no tax of their own (in the US, or
 * where none is set up), it is part of each line's amount.
 */
export function wireBill({ bill, link }: BillToMake, vendor: string, facts: CompanyFacts): Wired {
  try {
    return { ok: true, wire: transaction(bill, link, vendor, facts) }
  } catch (error) {
    if (!(error instanceof Impossible)) throw error
    return { ok: false, failure: { code: error.code, raw: error.message.slice(0, 4000), billState: null } }
  }
}

function transaction(bill: BillToPost, link: string, vendor: string, facts: CompanyFacts): TransactionToSend {
  const { taxInAmounts } = facts.rules
  const taxed = bill.lines.map<TaxedLine>(line => ({ net: netOf(line, bill, taxInAmounts), line }))
  checkTotal(bill, taxed, taxInAmounts)
  const payable = payableAccount(bill, facts)
  const location = bill.lines.find(({ tracking }) => tracking?.category === LOCATION)?.tracking
  return {
    DocNumber: docNumber(bill.number),
    TxnDate: bill.date,
    ...(location ? { DepartmentRef: tag(facts.locations, location.option, LOCATION) } : {}),
    ...currencyRef(bill, facts),
    PrivateNote: privateNote(link, bill.number),
    Line: taxed.map(one => wireLine(one, facts)),
    ...(taxInAmounts ? {} : { TxnTaxDetail: taxDetail(taxed, facts.taxCodes, bill.currency) }),
    VendorRef: { value: vendor },
    ...(payable ? { APAccountRef: { value: payable } } : {}),
    ...(facts.unitedStates ? {} : { GlobalTaxCalculation: taxInAmounts ? 'NotApplicable' : 'TaxExcluded' }),
    ...(bill.kind === 'bill' ? { DueDate: bill.dueDate } : {}),
  }
}

/** A line's amount as it is sent: without its tax, or with it where it has no place of its own. */
function netOf({ amount, tax }: BillLine, { amountsIncludeTax }: BillToPost, taxInAmounts: boolean): Big {
  if (amountsIncludeTax === taxInAmounts) return new Big(amount)
  return amountsIncludeTax ? new Big(amount).minus(tax) : new Big(amount).plus(tax)
}

/** QuickBooks posts at once: what would come to another total is not sent at all. */
function checkTotal({ total }: BillToPost, lines: readonly TaxedLine[], taxInAmounts: boolean): void {
  const sum = lines.reduce(
    (all, { net, line }) => all.plus(net).plus(taxInAmounts ? 0 : line.tax),
    new Big(0),
  )
  if (!sum.eq(total)) throw new Impossible('totals-differ', `Invoice: ${total}. Bill: ${sum.toFixed(2)}.`)
}

function wireLine({ net, line }: TaxedLine, facts: CompanyFacts): LineToSend {
  const { tracking } = line
  return {
    Description: line.description,
    Amount: net.toNumber(),
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: {
      ...(tracking?.category === CLASS ? { ClassRef: tag(facts.classes, tracking.option, CLASS) } : {}),
      AccountRef: { value: accountId(line, facts) },
      ...(line.taxCode === null ? {} : { TaxCodeRef: { value: line.taxCode } }),
    },
  }
}

function accountId({ account }: BillLine, { accounts }: CompanyFacts): string {
  if (account === null) throw new Impossible('account-unknown', 'A line has no account.')
  const found = accounts.find(({ code }) => code === account)
  if (!found) throw new Impossible('account-unknown', `The chart of accounts has no ${account}.`)
  return found.id
}

function tag(tags: readonly { id: string; name: string }[], name: string, kind: string): { value: string } {
  const found = tags.find(one => one.name === name)
  if (!found) throw new Impossible('class-or-location-unknown', `There is no active ${kind} ${name}.`)
  return { value: found.id }
}

/** Said wherever it could be mistaken: without it QuickBooks takes the amounts for its home currency's. */
function currencyRef({ currency }: BillToPost, { multicurrency, homeCurrency }: CompanyFacts) {
  if (multicurrency) return { CurrencyRef: { value: currency } }
  if (currency === homeCurrency) return {}
  throw new Impossible(
    'foreign-currency',
    `The company keeps its books in ${homeCurrency} alone, not ${currency}.`,
  )
}

/** The oldest account for what is owed in the bill's currency, which is the one that a company begins with. */
function payableAccount(
  { currency }: BillToPost,
  { accounts, homeCurrency }: CompanyFacts,
): string | undefined {
  return accounts
    .filter(({ type, active }) => type === 'Accounts Payable' && active)
    .filter(account => (account.currency ?? homeCurrency) === currency)
    .sort((one, other) => Number(one.id) - Number(other.id))[0]?.id
}
