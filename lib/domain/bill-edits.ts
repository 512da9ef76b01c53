import type { Bill, BillToPost } from './bill.ts'
import type { ComparedLine, HeadField, LineDifference, LinePair } from './bill-comparison.ts'
import type { BillWhole } from './bill-whole.ts'
import { compareBill } from './compare-bill.ts'
import type { BillEdit } from './drift.ts'
import { equals } from './money.ts'

/** More than anybody reads; the bill itself shows all of it. */
const MOST = 100

/**
 * What people changed on a bill since it was exported: the bill as we posted it, beside the bill as it stands.
 * Of one that stood already and was linked the lines are not ours, so that it is compared with what it said
 * when it was linked (`posted`) alone. Pure; the most telling first.
 */
export function billEdits(posted: Bill, sent: BillToPost | null, now: BillWhole): BillEdit[] {
  const edits = [...totals(posted, now.bill), ...head(posted, now.bill)]
  if (sent === null) return edits
  const { lines, tax, head: fields } = compareBill(sent, now)
  const due = fields.find(({ field, differs }) => field === 'due-date' && differs)
  return [
    ...edits,
    ...(equals(tax.ours, tax.theirs) ? [] : [edit('tax-total', null, tax.ours, tax.theirs)]),
    ...(due ? [edit('due-date', null, due.ours, due.theirs)] : []),
    ...lines.flatMap(lineEdits),
  ].slice(0, MOST)
}

function totals(was: Bill, is: Bill): BillEdit[] {
  return equals(was.total, is.total) ? [] : [edit('total', null, was.total, is.total)]
}

function head(was: Bill, is: Bill): BillEdit[] {
  const field = (what: HeadField, before: string | null, after: string | null, same = before === after) =>
    same ? [] : [edit(what, null, before ?? '', after ?? '')]
  return [
    ...field('number', was.number, is.number),
    ...field('contact', was.contact.name, is.contact.name, was.contact.id === is.contact.id),
    ...field('date', was.date, is.date),
    ...field('currency', was.currency, is.currency),
  ]
}

function lineEdits({ ours, theirs, differs }: LinePair): BillEdit[] {
  if (ours === null) return theirs ? [edit('line-added', theirs.description, '', theirs.amount)] : []
  if (theirs === null) return [edit('line-removed', ours.description, ours.amount, '')]
  return differs.map(what => edit(what, ours.description, said(ours, what), said(theirs, what)))
}

function said(line: ComparedLine, what: LineDifference): string {
  switch (what) {
    case 'unit-amount':
      return line.unitAmount
    case 'tax-code':
      return line.taxCode ?? ''
    default:
      return line[what] ?? ''
  }
}

function edit(what: BillEdit['what'], line: string | null, was: string, is: string): BillEdit {
  return { what, line, was, is }
}
