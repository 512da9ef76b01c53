import { accountFailure } from './account-failure.ts'
import type { BillLine, BillToPost } from './bill.ts'
import type { Failure } from './failure.ts'
import { gapsOf, needsMapping } from './gaps.ts'
import type { Invoice, InvoiceDetail } from './invoice.ts'
import { invoiceContent } from './invoice-content.ts'
import type { LedgerLists } from './ledger-lists.ts'
import type { Mapping } from './mapping.ts'
import {
  compare,
  decimalsOf,
  equals,
  isNegative,
  isZero,
  type Money,
  multiply,
  negate,
  type Percent,
  type Quantity,
  sum,
} from './money.ts'
import type { Outlet } from './outlet.ts'
import { spreadTax } from './spread-tax.ts'
import { taxCodeFor } from './tax-code.ts'

export type BuiltBill = { ok: true; bill: BillToPost } | { ok: false; failure: Failure }

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
  const decimals = decimalsOf(invoice.currency)
  const drafts = draftLines(printed, outlet, mapping)
  for (const account of new Set(drafts.map(draft => draft.account))) {
    const failure = account && accountFailure(account, outlet.connection?.ledger ?? 'xero', lists)
    if (failure) return { ok: false, failure }
  }
  const lines: BillLine[] = []
  const taxes = spreadTax(drafts, printed, decimals)
  for (const [index, draft] of drafts.entries()) {
    const taxCode = taxCodeFor(draft.taxRate, draft.account, lists)
    if (taxCode === undefined) return noTaxRate(draft.taxRate, lists)
    lines.push({ ...draft, taxCode, tax: taxes[index] ?? ('0.00' as Money), tracking: outlet.tracking })
  }
  const net = sum(
    lines.map(line => line.amount),
    decimals,
  )
  const taxTotal = sum(
    lines.map(line => line.tax),
    decimals,
  )
  const total = printed.amountsIncludeTax ? net : sum([net, taxTotal], decimals)
  if (!equals(total, printed.total) || !equals(taxTotal, printed.taxTotal)) {
    return refuse(
      'totals-differ',
      `Invoice: ${printed.total} with tax of ${printed.taxTotal}. Bill: ${total} with tax of ${taxTotal}.`,
    )
  }
  return {
    ok: true,
    bill: {
      kind: credit ? 'credit' : 'bill',
      number: invoice.number,
      contact: {
        id: mapping.contactOf(invoice.supplier.id) ?? null,
        name: invoice.supplier.name.slice(0, 255),
      },
      date: invoice.date,
      dueDate: printed.dueDate ?? invoice.date,
      currency: invoice.currency,
      amountsIncludeTax: printed.amountsIncludeTax,
      lines,
      total,
      taxTotal,
      content: invoiceContent(invoice),
    },
  }
}

type DraftLine = Omit<BillLine, 'taxCode' | 'tax' | 'tracking'>

/** The invoice's lines, then its charges, each with its account. */
function draftLines(detail: InvoiceDetail, outlet: Outlet, mapping: Mapping): DraftLine[] {
  const lines = detail.lines.map<DraftLine>(line => {
    const group = line.product && (mapping.groupOf(line.product.id) ?? line.product.group)
    const account = (group && mapping.accountOf(group.id)) ?? outlet.defaultAccount
    return {
      description: text(line.description, line.product?.name),
      ...priced(line),
      account,
      taxRate: line.taxRate,
    }
  })
  // A charge has no product: it goes where the outlet's default points, else along with the largest line.
  const chargeAccount = outlet.defaultAccount ?? largest(lines)?.account ?? null
  const charges = detail.charges
    .filter(charge => !isZero(charge.amount))
    .map<DraftLine>(charge => ({
      description: text(charge.description, charge.kind),
      quantity: '1' as Quantity,
      unitAmount: charge.amount,
      amount: charge.amount,
      account: chargeAccount,
      taxRate: charge.taxRate,
    }))
  return [...lines, ...charges]
}

/**
 * Quantity and price where they make the printed amount within the four decimals that ledgers take; else
 * one of the amount itself.
 */
function priced(line: { quantity: Quantity; unitPrice: Money; amount: Money }) {
  const { quantity, unitPrice, amount } = line
  const short = [quantity, unitPrice].every(value => (value.split('.')[1] ?? '').length <= 4)
  return short && equals(multiply(quantity, unitPrice), amount)
    ? { quantity, unitAmount: unitPrice, amount }
    : { quantity: '1' as Quantity, unitAmount: amount, amount }
}

function largest(lines: readonly DraftLine[]): DraftLine | undefined {
  return lines.reduce<DraftLine | undefined>(
    (most, line) => (most === undefined || compare(line.amount, most.amount) > 0 ? line : most),
    undefined,
  )
}

/** Archived in the ledger, or never there. */
function noTaxRate(rate: Percent, lists: LedgerLists): BuiltBill {
  const archived = lists.taxRates.some(tax => !tax.active && tax.purchases && tax.rate === rate)
  return archived
    ? refuse('tax-rate-inactive', `Tax rate must be Active: ${rate} %`)
    : refuse('tax-rate-missing', `No purchase tax rate of ${rate} %`)
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

/** A description as a ledger takes it: never empty, no control characters, at most 4,000 characters. */
function text(description: string, otherwise: string | undefined): string {
  const clean = (value: string) => value.replace(/\p{Cc}+/gu, ' ').trim()
  return (clean(description) || clean(otherwise ?? '') || 'Item').slice(0, 4000)
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
