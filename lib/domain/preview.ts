import type { BillLine, BillToPost } from './bill.ts'
import { buildBill } from './build-bill.ts'
import type { Failure } from './failure.ts'
import type { Invoice } from './invoice.ts'
import type { LedgerLists } from './ledger-lists.ts'
import type { Mapping } from './mapping.ts'
import { decimalsOf, type Money, type Percent, subtract, sum } from './money.ts'
import type { LedgerKind, Outlet } from './outlet.ts'
import { preFlight } from './pre-flight.ts'
import type { ChosenTax } from './tax-code.ts'

/** The tax of a bill under one of the ledger's codes. */
export interface PreviewTax {
  name: string
  rate: Percent
  /** Without tax. */
  taxable: Money
  tax: Money
}

/** A line of the bill with the names of its account and its tax code, and how that was chosen. */
export interface PreviewLine {
  /** From 1. */
  place: number
  line: BillLine
  /** Null where the line has none. */
  account: string | null
  tax: { name: string; why: ChosenTax['why']; others: string[] }
}

/** Exactly what an invoice would post now, with the names by which a person reads it. */
export interface Preview {
  ledger: LedgerKind
  organisation: string
  /** Null where none can be made. */
  bill: BillToPost | null
  /** What stops it, the most telling first; empty where it can be sent. */
  refused: Failure[]
  /** Whose bill it becomes in the ledger. */
  contact: { name: string; made: boolean }
  lines: PreviewLine[]
  taxes: PreviewTax[]
  /** Without tax. */
  net: Money | null
  /** To how many characters the ledger cuts the number. */
  shortenedTo: number | null
  /** The document that goes along, by its name. */
  file: string | null
  /** The ledger takes none as large: the bill stands without it. */
  fileLeftOut: boolean
}

/**
 * Shows what an invoice would post: by the code that posts it, from the lists by which it is posted. Pure.
 * @throws if the invoice's lines are not known, or its outlet has no connection.
 */
export function previewOf({
  invoice,
  outlet,
  mapping,
  lists,
}: {
  invoice: Invoice
  outlet: Outlet
  mapping: Mapping
  lists: LedgerLists
}): Preview {
  if (outlet.connection === null) throw new Error(`${outlet.name} is not connected to a ledger`)
  const built = buildBill({ invoice, outlet, mapping, lists })
  const bill = built.ok ? built.bill : null
  const contactId = mapping.contactOf(invoice.supplier.id) ?? null
  const judged = preFlight({ bill, invoice, outlet, lists, contactId })
  const found = judged.contact.kind === 'found' ? judged.contact.contact.name : null
  return {
    ledger: outlet.connection.ledger,
    organisation: lists.organisation.name,
    bill,
    refused: built.ok ? judged.refused : [built.failure, ...judged.refused],
    contact: { name: found ?? invoice.supplier.name, made: judged.contact.kind === 'none' },
    lines: built.ok ? linesOf(built.bill, built.taxes, lists) : [],
    taxes: built.ok ? taxesOf(built.bill, built.taxes) : [],
    net: bill && subtract(bill.total, bill.taxTotal, decimalsOf(bill.currency)),
    shortenedTo: judged.shortenedTo,
    file: invoice.detail?.file?.name ?? null,
    fileLeftOut: judged.fileTooLarge !== null,
  }
}

function linesOf(
  { lines }: BillToPost,
  chosen: readonly ChosenTax[],
  { accounts }: LedgerLists,
): PreviewLine[] {
  const names = new Map(accounts.map(({ code, name }) => [code, name]))
  return lines.map((line, index) => {
    const { name = '', why = 'usual', others = [] } = chosen[index] ?? {}
    const account = line.account === null ? null : (names.get(line.account) ?? line.account)
    return { place: index + 1, line, account, tax: { name, why, others: others.map(other => other.name) } }
  })
}

/** The bill's tax code by code, in the order of its lines. */
function taxesOf(
  { lines, amountsIncludeTax, currency }: BillToPost,
  chosen: readonly ChosenTax[],
): PreviewTax[] {
  const decimals = decimalsOf(currency)
  const grouped = Map.groupBy([...lines.entries()], ([, line]) => `${line.taxCode}\n${line.taxRate}`)
  return [...grouped.values()].flatMap(some => {
    const [first] = some
    if (first === undefined) return []
    const tax = sum(
      some.map(([, line]) => line.tax),
      decimals,
    )
    const amounts = sum(
      some.map(([, line]) => line.amount),
      decimals,
    )
    return [
      {
        name: chosen[first[0]]?.name ?? '',
        rate: first[1].taxRate,
        taxable: amountsIncludeTax ? subtract(amounts, tax, decimals) : amounts,
        tax,
      },
    ]
  })
}
