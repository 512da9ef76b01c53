import { expect, test } from 'vitest'
import type { AssessedInvoice } from '#lib/messages.ts'
import type { RowRead } from '#lib/page/row.ts'
import { aRow } from '#tests/unit/page/a-page.ts'
import { createKnownRows } from '../../../entrypoints/invoices/known-rows.ts'

const invoiceOf = (key: string, status = 'ready') =>
  ({ id: `id-${key}`, outletId: `outlet-${key.length}`, status }) as unknown as AssessedInvoice
const answering = (key: string) => ({
  rows: [{ key, invoice: invoiceOf(key) }],
  isFed: true,
  unread: [],
  alsoRead: [],
  problem: null,
})

/** A row that was read, in the page. */
function aRead(key: string): RowRead {
  const row = document.createElement('tr')
  document.body.append(row)
  return { seen: { ...aRow(), key }, row, cell: row, icon: null, control: null }
}

test('knows what the worker answered about a row, and what it could not name', () => {
  const known = createKnownRows()
  const [named, other] = [aRead('a'), aRead('b')]
  expect(known.of(named)).toEqual({ invoice: null, isUnmatched: false })
  expect(known.answer(answering('a'), [named.seen, other.seen])).toEqual(new Set(['a', 'b']))
  expect(known.of(named)).toEqual({ invoice: invoiceOf('a'), isUnmatched: false })
  expect(known.of(other)).toEqual({ invoice: null, isUnmatched: true })
  expect([known.isAnswered('a'), known.isAnswered('c')]).toEqual([true, false])
})

test('takes what became of an invoice, and says which rows show it', () => {
  const known = createKnownRows()
  const read = aRead('a')
  known.keep(read.row, read)
  known.answer(answering('a'), [read.seen])
  expect(known.update([invoiceOf('a', 'exported'), invoiceOf('z')])).toEqual(new Set(['a']))
  expect(known.of(read).invoice?.status).toBe('exported')
  expect(known.ofInvoice(invoiceOf('a').id)).toBe(read)
  expect(known.outlets()).toEqual(['outlet-1'])
})

test('forgets answers that were not used for long, and never one about a row that is there', () => {
  const known = createKnownRows()
  const there = aRead('there')
  known.keep(there.row, there)
  known.answer(answering('there'), [there.seen])
  for (let index = 0; index < 2000; index += 1) {
    const key = `passing-${index}`
    known.answer(answering(key), [{ ...there.seen, key }])
  }
  expect(known.isAnswered('there')).toBe(true)
  expect(known.isAnswered('passing-0')).toBe(false)
  expect(known.isAnswered('passing-1999')).toBe(true)
})

test('forgets rows that left the page', () => {
  const known = createKnownRows()
  const read = aRead('a')
  known.keep(read.row, read)
  expect([...known.reads()]).toHaveLength(1)
  read.row.remove()
  known.sweep()
  expect([...known.reads()]).toHaveLength(0)
})
