import type { BillLine, BillToPost } from './bill.ts'
import type { AmountPair, BillComparison, ComparedLine, LineDifference } from './bill-comparison.ts'
import type { BillWhole, StandingLine } from './bill-whole.ts'
import type { TaxRate } from './ledger-lists.ts'
import { matchLines, plain } from './match-lines.ts'
import {
  add,
  equals,
  isZero,
  type Money,
  negate,
  type Percent,
  postedDecimals,
  subtract,
  sum,
} from './money.ts'

type Rates = readonly Pick<TaxRate, 'code' | 'rate'>[]

/**
 * Compares an invoice, as the bill that it would post, with the bill that stands. Pure. A credit beside a bill
 * counts below zero. `rates`: the ledger's, by which a code of its own is known; without them taxes are
 * compared by code.
 */
export function compareBill(ours: BillToPost, theirs: BillWhole, rates: Rates = []): BillComparison {
  const { bill, amountsIncludeTax } = theirs
  const decimals = postedDecimals(bill.currency)
  const signed = (amount: Money) => (ours.kind === bill.kind ? amount : negate(amount))
  const pairOf = (our: Money, their: Money): AmountPair => ({
    ours: our,
    theirs: their,
    delta: subtract(our, their, decimals),
  })
  const ourLines = ours.lines.map<ComparedLine>(line => ({
    description: line.description,
    quantity: line.quantity,
    unitAmount: line.unitAmount,
    account: line.account,
    taxCode: line.taxCode,
    taxRate: line.taxRate,
    amount: signed(amountIn(amountsIncludeTax, ours.amountsIncludeTax, line, decimals)),
    tax: signed(line.tax),
    tracking: line.tracking ? `${line.tracking.category}: ${line.tracking.option}` : '',
  }))
  const lines = matchLines(
    ourLines,
    theirs.lines.map(line => sideOf(line, rates)),
  ).map(pair => ({
    ...pair,
    differs: pair.ours && pair.theirs ? differences(pair.ours, pair.theirs) : [],
  }))
  const head = headOf(ours, theirs)
  const taxTotal = signed(ours.taxTotal)
  const total = pairOf(signed(ours.total), bill.total)
  const tax = pairOf(taxTotal, theirs.taxTotal)
  return {
    kind: bill.kind,
    state: bill.state,
    currency: bill.currency,
    amountsIncludeTax,
    head,
    lines,
    net: pairOf(subtract(signed(ours.total), taxTotal, decimals), theirs.net),
    taxes: taxesOf(ours, theirs, rates, signed, pairOf),
    tax,
    total,
    same:
      isZero(total.delta) &&
      isZero(tax.delta) &&
      head.every(({ differs }) => !differs) &&
      lines.every(({ ours: one, theirs: other, differs }) => one && other && differs.length === 0),
  }
}

/** A line's amount with or without its tax. */
function amountIn(
  withTax: boolean,
  hasTax: boolean,
  { amount, tax }: Pick<BillLine, 'amount' | 'tax'>,
  decimals: number,
): Money {
  if (withTax === hasTax) return amount
  return withTax ? add(amount, tax, decimals) : subtract(amount, tax, decimals)
}

function sideOf(line: StandingLine, rates: Rates): ComparedLine {
  const { tracking, ...rest } = line
  const taxRate = rates.find(({ code }) => code === line.taxCode)?.rate ?? null
  return {
    ...rest,
    taxRate,
    tracking: tracking.map(({ category, option }) => `${category}: ${option}`).join(', '),
  }
}

function differences(ours: ComparedLine, theirs: ComparedLine): LineDifference[] {
  const found: LineDifference[] = []
  if (plain(ours.description) !== plain(theirs.description)) found.push('description')
  if (!equals(ours.amount, theirs.amount)) {
    // What makes the amount is worth telling where the amount is another; not every ledger keeps it.
    const kept = !equals(theirs.unitAmount, theirs.amount)
    if (kept && !equals(ours.quantity, theirs.quantity)) found.push('quantity')
    if (kept && !equals(ours.unitAmount, theirs.unitAmount)) found.push('unit-amount')
    found.push('amount')
  }
  if (ours.account !== theirs.account) found.push('account')
  // Without a code of ours the account's default stands, whichever that is.
  if (ours.taxCode !== null && ours.taxCode !== theirs.taxCode) found.push('tax-code')
  if (ours.tax !== null && theirs.tax !== null && !equals(ours.tax, theirs.tax)) found.push('tax')
  if (ours.tracking !== theirs.tracking) found.push('tracking')
  return found
}

function headOf(ours: BillToPost, { bill, dueDate }: BillWhole): BillComparison['head'] {
  const sameContact =
    ours.contact.id === null
      ? plain(ours.contact.name).toLowerCase() === plain(bill.contact.name).toLowerCase()
      : ours.contact.id === bill.contact.id
  const field = (name: BillComparison['head'][number]['field'], our: string, their: string | null) => ({
    field: name,
    ours: our,
    theirs: their ?? '',
    // What a ledger does not say is no difference.
    differs: their !== null && our !== their,
  })
  return [
    field('number', ours.number, bill.number),
    { ...field('contact', ours.contact.name, bill.contact.name), differs: !sameContact },
    field('date', ours.date, bill.date),
    field('due-date', ours.dueDate, ours.kind === 'bill' ? dueDate : null),
    field('currency', ours.currency, bill.currency),
  ]
}

const untaxed = '0' as Percent

type TaxRow = { taxRate: Percent | null; taxable: Money; tax: Money }

function taxesOf(
  ours: BillToPost,
  theirs: BillWhole,
  rates: Rates,
  signed: (amount: Money) => Money,
  pairOf: (our: Money, their: Money) => AmountPair,
): BillComparison['taxes'] {
  const decimals = postedDecimals(theirs.bill.currency)
  const our = ours.lines.map<TaxRow>(line => ({
    taxRate: line.taxRate,
    taxable: signed(amountIn(false, ours.amountsIncludeTax, line, decimals)),
    tax: signed(line.tax),
  }))
  const their = theirs.taxes.map<TaxRow>(({ taxCode, taxRate, taxable, tax }) => ({
    taxRate: taxRate ?? rates.find(({ code }) => code === taxCode)?.rate ?? (isZero(tax) ? untaxed : null),
    taxable,
    tax,
  }))
  const of = (rows: readonly TaxRow[], rate: Percent | null) => rows.filter(one => one.taxRate === rate)
  const total = (rows: readonly TaxRow[], name: 'taxable' | 'tax') =>
    sum(
      rows.map(row => row[name]),
      decimals,
    )
  const all = [...new Set([...our, ...their].map(({ taxRate }) => taxRate))]
  const row = (taxRate: Percent | null, some: readonly TaxRow[], others: readonly TaxRow[]) => ({
    taxRate,
    taxable: pairOf(total(some, 'taxable'), total(others, 'taxable')),
    tax: pairOf(total(some, 'tax'), total(others, 'tax')),
  })
  const byRate = all.map(rate => row(rate, of(our, rate), of(their, rate)))
  const split = byRate.some(({ tax }) => !isZero(tax.delta)) && equals(total(our, 'tax'), total(their, 'tax'))
  // The same tax under other rates: a code of several, or codes whose rates are not known.
  if (split) {
    const [taxable, tax] = [total(our, 'taxable'), total(our, 'tax')]
    return [{ taxRate: null, taxable: pairOf(taxable, taxable), tax: pairOf(tax, tax) }]
  }
  return byRate.sort((one, other) => Number(other.taxRate ?? -1) - Number(one.taxRate ?? -1))
}
