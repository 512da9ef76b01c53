import type { BillKind, BillLine, BillToPost } from './bill.ts'
import type { BillWhole, StandingLine } from './bill-whole.ts'
import type { LocalDate } from './instant.ts'
import type { LedgerLists } from './ledger-lists.ts'
import {
  add,
  compare,
  isNegative,
  isZero,
  type Money,
  negate,
  type Percent,
  percentOf,
  postedDecimals,
  type Quantity,
  subtract,
  sum,
  zero,
} from './money.ts'

/** What the difference between an invoice and its bill comes to: a bill of its own, or why there is none. */
export type Difference =
  | { kind: 'bill'; bill: BillToPost }
  | { kind: 'same' }
  | { kind: 'impossible'; why: 'other-currency' | 'tax-alone' }

export interface Differing {
  /** What the invoice would post. */
  ours: BillToPost
  /** The bill that can no longer change, and the corrections of it that stand, in their order. */
  standing: readonly [BillWhole, ...BillWhole[]]
  /** Which correction of the bill this is, from 1. */
  correction: number
  lists: Pick<LedgerLists, 'accounts' | 'taxRates' | 'lockDates' | 'rules'>
  today: LocalDate
}

/** What both sides come to on one account under one tax rate and option of tracking. */
interface Share {
  account: BillLine['account']
  taxCode: string | null
  taxRate: Percent
  tracking: BillLine['tracking']
  net: Money
  tax: Money
}

const once = '1' as Quantity
const untaxed = '0' as Percent

/**
 * A bill, or a credit, for exactly what an invoice says beyond the bill that stands: by account, tax rate and
 * tracking, numbered after that bill (`INV-7 / correction 1`). Together they say what the invoice says, to the
 * cent. Its day is the invoice's, or today where that is locked. Pure.
 */
export function differenceBill({ ours, standing, correction, lists, today }: Differing): Difference {
  const [{ bill: original }] = standing
  if (standing.some(({ bill }) => bill.currency !== ours.currency))
    return { kind: 'impossible', why: 'other-currency' }
  const decimals = postedDecimals(ours.currency)
  const taxInAmounts = lists.rules?.taxInAmounts ?? false
  const shares = [
    ...ourShares(ours, taxInAmounts, decimals).map(share => signed(share, ours.kind, false)),
    ...standing.flatMap(whole =>
      theirShares(whole, lists, taxInAmounts, decimals).map(share => signed(share, whole.bill.kind, true)),
    ),
  ]
  const deltas = added(shares, decimals)
  if (deltas.length === 0) return { kind: 'same' }
  const total = totalOf(deltas, decimals)
  const kind: BillKind = isNegative(total.all) ? 'credit' : 'bill'
  const lines = deltas.map(share => lineOf(share, kind, original.number, lists))
  if (lines.some(({ amount, tax }) => !carries(amount, tax))) return { kind: 'impossible', why: 'tax-alone' }
  const date = isLocked(ours.date, lists) ? today : ours.date
  return {
    kind: 'bill',
    bill: {
      kind,
      number: `${original.number} / correction ${correction}`.slice(0, 255),
      contact: original.contact,
      date,
      dueDate: isBefore(ours.dueDate, date) ? date : ours.dueDate,
      currency: ours.currency,
      amountsIncludeTax: taxInAmounts,
      lines,
      total: kind === 'credit' ? negate(total.all) : total.all,
      taxTotal: kind === 'credit' ? negate(total.tax) : total.tax,
      content: ours.content,
    },
  }
}

function ourShares(ours: BillToPost, taxInAmounts: boolean, decimals: number): Share[] {
  return ours.lines.map(line => {
    const net = ours.amountsIncludeTax ? subtract(line.amount, line.tax, decimals) : line.amount
    const { account, taxCode, taxRate, tracking } = line
    return taxInAmounts
      ? { account, taxCode: null, taxRate: untaxed, tracking, net: add(net, line.tax, decimals), tax: zero }
      : { account, taxCode, taxRate, tracking, net, tax: line.tax }
  })
}

function theirShares(
  whole: BillWhole,
  { taxRates }: Differing['lists'],
  taxInAmounts: boolean,
  decimals: number,
): Share[] {
  const rateOf = ({ taxCode }: StandingLine) => taxRates.find(({ code }) => code === taxCode)?.rate ?? untaxed
  const taxes = taxesOf(whole, rateOf, decimals)
  return whole.lines.map((line, index) => {
    const tax = taxes[index] ?? zero
    const [tracking = null] = line.tracking
    const net = whole.amountsIncludeTax ? subtract(line.amount, tax, decimals) : line.amount
    const { account } = line
    return taxInAmounts
      ? { account, taxCode: null, taxRate: untaxed, tracking, net: add(net, tax, decimals), tax: zero }
      : { account, taxCode: line.taxCode, taxRate: rateOf(line), tracking, net, tax }
  })
}

/** The tax of each line; where the ledger states it by rates alone, the cents of rounding lie on the largest. */
function taxesOf(
  { lines, taxTotal }: BillWhole,
  rateOf: (line: StandingLine) => Percent,
  decimals: number,
): Money[] {
  const taxes = lines.map(line => line.tax ?? percentOf(line.amount, rateOf(line), decimals))
  const left = subtract(taxTotal, sum(taxes, decimals), decimals)
  if (isZero(left)) return taxes
  const largest = lines.reduce(
    (most, line, index) =>
      rateOf(line) !== untaxed && compare(line.amount, lines[most]?.amount ?? zero) > 0 ? index : most,
    0,
  )
  return taxes.map((tax, index) => (index === largest ? add(tax, left, decimals) : tax))
}

/** A credit counts below zero, and what stands is taken away from what is to be. */
function signed(share: Share, kind: BillKind, away: boolean): Share {
  return (kind === 'credit') === away ? share : { ...share, net: negate(share.net), tax: negate(share.tax) }
}

/** What remains of each account, rate and tracking. */
function added(shares: readonly Share[], decimals: number): Share[] {
  const keyOf = ({ account, taxCode, taxRate, tracking }: Share) =>
    JSON.stringify([account, taxCode ?? taxRate, tracking?.category, tracking?.option])
  return [...Map.groupBy(shares, keyOf).values()].flatMap(some => {
    const [first] = some
    const net = sum(
      some.map(share => share.net),
      decimals,
    )
    const tax = sum(
      some.map(share => share.tax),
      decimals,
    )
    return first && !(isZero(net) && isZero(tax)) ? [{ ...first, net, tax }] : []
  })
}

function totalOf(shares: readonly Share[], decimals: number): { all: Money; tax: Money } {
  const tax = sum(
    shares.map(share => share.tax),
    decimals,
  )
  return { tax, all: sum([...shares.map(share => share.net), tax], decimals) }
}

function lineOf(
  { account, taxCode, taxRate, tracking, net, tax }: Share,
  kind: BillKind,
  number: string,
  { accounts }: Differing['lists'],
): BillLine {
  const amount = kind === 'credit' ? negate(net) : net
  const name = accounts.find(({ code }) => code === account)?.name
  return {
    description: `Correction of ${number}${name ? `: ${name}` : ''}`.slice(0, 4000),
    quantity: once,
    unitAmount: amount,
    amount,
    account,
    taxCode,
    taxRate,
    tax: kind === 'credit' ? negate(tax) : tax,
    tracking,
  }
}

/** Whether a line of this amount can bear this tax: ledgers take none above it, or of the other sign. */
function carries(amount: Money, tax: Money): boolean {
  if (isZero(tax)) return true
  if (isZero(amount) || isNegative(amount) !== isNegative(tax)) return false
  return isNegative(amount) ? compare(tax, amount) >= 0 : compare(tax, amount) <= 0
}

function isBefore(day: LocalDate, other: LocalDate): boolean {
  return day < other
}

function isLocked(date: LocalDate, { lockDates }: Differing['lists']): boolean {
  return [lockDates.period, lockDates.endOfYear].some(until => until !== null && date <= until)
}
