import { accountFailure } from './account-failure.ts'
import type { BillLine, BillToPost } from './bill.ts'
import { type DraftLine, draftLines } from './draft-lines.ts'
import type { Failure } from './failure.ts'
import { gapsOf, needsMapping } from './gaps.ts'
import { groupLines } from './group-lines.ts'
import type { Invoice, InvoiceDetail } from './invoice.ts'
import { invoiceContent } from './invoice-content.ts'
import type { LedgerLists } from './ledger-lists.ts'
import type { Mapping } from './mapping.ts'
import {
  equals,
  isNegative,
  isZero,
  type Money,
  negate,
  type Percent,
  postedDecimals,
  type Quantity,
  subtract,
  sum,
} from './money.ts'
import { type Outlet, postingOf } from './outlet.ts'
import { roundingLine } from './rounding-line.ts'
import { printedTaxes, spreadTax } from './spread-tax.ts'
import { type ChosenTax, chooseTax, type NoTax } from './tax-code.ts'

export type BuiltBill =
  /** `taxes`: the choice of each line's tax code. */
  { ok: true; bill: BillToPost; taxes: ChosenTax[] } | { ok: false; failure: Failure }

/**
 * Exactly what an invoice posts: the preview shows it, the export sends it. Pure.
 * The bill's total and its tax per rate equal the invoice's to the cent, or there is no bill.
 * @throws if the invoice's lines are not known: read them first.
 */
export function buildBill({
  invoice,
  outlet,
  mapping,
  lists,
}: {
  invoice: Invoice
  outlet: Outlet
  mapping: Mapping
  lists: LedgerLists
}): BuiltBill {
  const { detail } = invoice
  if (detail === null) throw new Error(`The lines of invoice ${invoice.number} are not known yet`)
  if (invoice.number.trim() === '') return refuse('not-understood', 'The invoice has no number.')
  if (needsMapping(outlet) === 'yes') {
    const gaps = gapsOf(invoice, mapping)
    if (gaps === null || gaps.products.length > 0 || gaps.groups.length > 0) {
      return refuse('unmapped', missing(gaps?.products ?? [], gaps?.groups ?? []))
    }
  }
  // A credit's amounts are positive in a ledger; some systems print them negative.
  const credit = detail.document === 'credit-note' || isNegative(detail.total)
  const printed = credit && isNegative(detail.total) ? negated(detail) : detail
  const decimals = postedDecimals(invoice.currency)
  const drafts = drawnUp(printed, outlet, mapping, decimals)
  const ledger = outlet.connection?.ledger ?? 'xero'
  for (const account of new Set(drafts.map(draft => draft.account))) {
    const failure = account && accountFailure(account, ledger, lists)
    if (failure) return { ok: false, failure }
    // Xero takes a draft line without an account; QuickBooks posts at once.
    if (account === null && ledger === 'quickbooks') return refuse('account-unknown', noAccount(drafts))
  }
  const lines: BillLine[] = []
  const chosen: ChosenTax[] = []
  const taxes = spreadTax(drafts, printed, decimals, postingOf(outlet).tolerance)
  for (const [index, draft] of drafts.entries()) {
    const tax = chooseTax({
      rate: draft.taxRate,
      account: draft.account,
      lists,
      chosen: postingOf(outlet).taxCodes[draft.taxRate],
      untaxed: isZero(printed.taxTotal),
    })
    if ('none' in tax) return noTax(draft.taxRate, tax)
    chosen.push(tax)
    const { group: _group, charge: _charge, stands: _stands, ...line } = draft
    lines.push({
      ...line,
      taxCode: tax.code,
      tax: taxes[index] ?? ('0.00' as Money),
      tracking: outlet.tracking,
    })
  }
  const totals = totalsOf(lines, printed, decimals)
  const differs = difference(lines, totals, printed, decimals)
  if (differs !== null) {
    const posting = postingOf(outlet)
    if (posting.lines === 'each') return refuse('totals-differ', differs)
    // A group whose returns set off what was bought may be too small for its tax: then line by line.
    return buildBill({
      invoice,
      outlet: { ...outlet, posting: { ...posting, lines: 'each' } },
      mapping,
      lists,
    })
  }
  return {
    ok: true,
    bill: {
      kind: credit ? 'credit' : 'bill',
      number: invoice.number,
      contact: {
        id: mapping.contactOf(invoice.supplier.id) ?? null,
        name: invoice.supplier.name.slice(0, 255),
        ...(invoice.supplier.taxNumber ? { taxNumber: invoice.supplier.taxNumber } : {}),
      },
      date: invoice.date,
      dueDate: printed.dueDate ?? invoice.date,
      currency: invoice.currency,
      amountsIncludeTax: printed.amountsIncludeTax,
      lines,
      ...totals,
      content: invoiceContent(invoice),
    },
    taxes: chosen,
  }
}

/** The bill's lines: each or by group, as the outlet chose, with what closes a difference to the invoice's total. */
function drawnUp(printed: InvoiceDetail, outlet: Outlet, mapping: Mapping, decimals: number): DraftLine[] {
  const each = draftLines(printed, outlet, mapping, decimals)
  const lines = postingOf(outlet).lines === 'by-group' ? groupLines(each, decimals) : each
  const posted = sum(
    lines.map(line => line.amount),
    decimals,
  )
  const expected = printed.amountsIncludeTax ? printed.total : subtract(printed.total, printed.taxTotal, 6)
  const rounding = roundingLine(subtract(expected, posted, decimals), each, outlet)
  return rounding ? [...lines, rounding] : lines
}

function totalsOf(lines: readonly BillLine[], { amountsIncludeTax }: InvoiceDetail, decimals: number) {
  const amounts = sum(
    lines.map(line => line.amount),
    decimals,
  )
  const taxTotal = sum(
    lines.map(line => line.tax),
    decimals,
  )
  return { total: amountsIncludeTax ? amounts : sum([amounts, taxTotal], decimals), taxTotal }
}

/** Both totals, where the bill's are not the invoice's; null where they agree, tax rate by tax rate. */
function difference(
  lines: readonly BillLine[],
  { total, taxTotal }: { total: Money; taxTotal: Money },
  printed: InvoiceDetail,
  decimals: number,
): string | null {
  if (!equals(total, printed.total) || !equals(taxTotal, printed.taxTotal)) {
    return `Invoice: ${printed.total} with tax of ${printed.taxTotal}. Bill: ${total} with tax of ${taxTotal}.`
  }
  for (const [rate, tax] of printedTaxes(printed)) {
    const posted = sum(
      lines.filter(line => line.taxRate === rate).map(line => line.tax),
      decimals,
    )
    if (tax.eq(posted)) continue
    return `Invoice: tax of ${tax.toFixed()} at ${rate} %. Bill: ${posted} at ${rate} %, of ${taxTotal} in all.`
  }
  return null
}

function noAccount(drafts: readonly DraftLine[]): string {
  const line = drafts.find(({ account }) => account === null)
  return `6440 A line has no account: ${line?.description ?? ''}`.slice(0, 4000)
}

/** Never in the ledger, archived there, or for special cases alone: those are taken only where a person chose. */
function noTax(rate: Percent, { none, rates }: NoTax): BuiltBill {
  const names = rates.map(({ name }) => name).join(', ')
  switch (none) {
    case 'missing':
      return refuse('tax-rate-missing', `No purchase tax rate of ${rate} %`)
    case 'inactive':
      return refuse('tax-rate-inactive', `Tax rate must be Active: ${rate} % (${names})`.slice(0, 4000))
    case 'special':
      return refuse(
        'tax-rate-ambiguous',
        `No tax rate of ${rate} % for ordinary purchases; for special ones: ${names}`.slice(0, 4000),
      )
  }
}

function negated(detail: InvoiceDetail): InvoiceDetail {
  return {
    ...detail,
    lines: detail.lines.map(line => ({
      ...line,
      quantity: negate(line.quantity) as Quantity,
      amount: negate(line.amount),
    })),
    charges: detail.charges.map(charge => ({ ...charge, amount: negate(charge.amount) })),
    taxes: detail.taxes.map(tax => ({ ...tax, taxable: negate(tax.taxable), tax: negate(tax.tax) })),
    subtotal: negate(detail.subtotal),
    taxTotal: negate(detail.taxTotal),
    total: negate(detail.total),
  }
}

function missing(products: readonly { name: string }[], groups: readonly { name: string }[]): string {
  const names = (things: readonly { name: string }[]) => things.map(thing => thing.name).join(', ')
  const parts = [
    products.length > 0 ? `Without a group: ${names(products)}.` : '',
    groups.length > 0 ? `Without an account: ${names(groups)}.` : '',
  ]
  return parts.filter(Boolean).join(' ').slice(0, 4000)
}

function refuse(code: string, raw: string): BuiltBill {
  return { ok: false, failure: { code, raw, billState: null } }
}
