import { z } from 'zod'
import type { Bill, BillKind } from '#lib/domain/bill.ts'
import { equals } from '#lib/domain/money.ts'
import type { BillKey } from '../port.ts'
import { numberOf, readBill, XeroBill } from './read-bill.ts'
import { callXero } from './xero-api.ts'
import { chunks, NAMES, normalised, PAGE, type XeroOrganisation } from './xero-organisation.ts'

/**
 * Bills by our link, else by number, contact and total, in the order asked. Up to forty are asked for by
 * number, in one call; more are looked for among all bills of their days, a thousand in a call, so that
 * the cost does not grow with what is exported.
 */
export async function findBills(xero: XeroOrganisation, keys: readonly BillKey[]): Promise<(Bill | null)[]> {
  const seen: { kind: BillKind; bill: XeroBill }[] = []
  const bills = keys.filter(({ kind }) => kind === 'bill')
  const numbers = [...new Set(bills.map(({ number }) => number))]
  const days = bills.flatMap(({ date }) => date ?? []).sort()
  if (numbers.length > NAMES && days.length === bills.length) {
    seen.push(...(await invoicesBy(xero, { where: ofDays(days[0] ?? '', days.at(-1) ?? '') })))
  } else {
    for (const some of chunks(
      numbers.filter(number => !number.includes(',')),
      NAMES,
    )) {
      seen.push(...(await invoicesBy(xero, { numbers: some })))
    }
    // xero-node joins numbers with commas, unescaped: one that holds a comma is asked for by itself.
    for (const number of numbers.filter(number => number.includes(','))) {
      const where = `Type=="ACCPAY" AND InvoiceNumber=="${quoted(number)}"`
      seen.push(...(await invoicesBy(xero, { where })))
    }
  }
  const credits = [...new Set(keys.filter(({ kind }) => kind === 'credit').map(({ number }) => number))]
  for (const some of chunks(credits, 10)) {
    const where = some.map(number => `CreditNoteNumber=="${quoted(number)}"`).join(' OR ')
    const answer = await callXero(
      () => xero.api.getCreditNotes(xero.tenant, undefined, where, undefined, 1, 4, PAGE),
      false,
    )
    if (!answer.ok) throw new Error(`Xero refused a search: ${answer.rejection.text}`)
    for (const bill of z.array(XeroBill).parse(answer.body.creditNotes ?? []))
      seen.push({ kind: 'credit', bill })
  }
  const standing = seen.filter(({ bill }) => bill.status !== 'VOIDED' && bill.status !== 'DELETED')
  return keys.map(key => {
    const match =
      standing.find(({ kind, bill }) => kind === key.kind && key.link !== null && bill.url === key.link) ??
      standing.find(({ kind, bill }) => kind === key.kind && same(bill, key))
    return match ? readBill(xero.appUrl, match.kind, match.bill) : null
  })
}

/** The most that one page of a list may hold. */
const MOST = 1000

function same(bill: XeroBill, key: BillKey): boolean {
  const contact = bill.contact
  const sameContact =
    key.contact.id === null
      ? normalised(contact?.name ?? '') === normalised(key.contact.name)
      : contact?.contactID === key.contact.id
  return (
    sameContact &&
    numberOf(bill) === key.number &&
    bill.total !== undefined &&
    equals(bill.total as typeof key.total, key.total) &&
    (bill.currencyCode ?? key.currency) === key.currency
  )
}

async function invoicesBy(xero: XeroOrganisation, by: { numbers?: string[]; where?: string }) {
  const all: { kind: BillKind; bill: XeroBill }[] = []
  for (let page = 1; ; page += 1) {
    const answer = await callXero(
      () =>
        xero.api.getInvoices(
          xero.tenant,
          undefined,
          by.where,
          undefined,
          undefined,
          by.numbers,
          undefined,
          undefined,
          page,
          false,
          false,
          4,
          true,
          PAGE,
        ),
      false,
    )
    if (!answer.ok) throw new Error(`Xero refused a search: ${answer.rejection.text}`)
    const invoices = z.array(XeroBill).parse(answer.body.invoices ?? [])
    all.push(...invoices.map(bill => ({ kind: 'bill' as const, bill })))
    if (invoices.length < MOST) return all
  }
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}

/** All bills from one day to another, both included. */
function ofDays(first: string, last: string): string {
  const day = (text: string) => `DateTime(${text.split('-').map(Number).join(', ')})`
  return `Type=="ACCPAY" AND Date >= ${day(first)} AND Date <= ${day(last)}`
}
