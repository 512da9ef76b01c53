import { expect, test } from 'vitest'
import type { RowSeen } from '#lib/messages.ts'
import { shownOtherwise } from '#lib/page/shown-otherwise.ts'
import { anInvoice } from '#tests/builders/invoice.ts'

/** A row of the list beside the invoice that it is. */
function matched(shown: { day?: string | null; total?: string | null }, told: object = {}) {
  const { day = '2026-11-02', total = '12.00' } = shown
  const row = {
    key: JSON.stringify(shown),
    date: { text: '', day },
    total: { text: '', amount: total, currency: null },
  } as RowSeen
  return { row, invoice: anInvoice({ date: '2026-11-02', total: '12.00', ...told }) }
}
const found = (...rows: ReturnType<typeof matched>[]) => [...shownOtherwise(rows).values()]

test('says nothing of rows that show what the data has', () => {
  expect(found(matched({}), matched({ total: '12' }))).toEqual([])
})

test('tells another day and another total, each by itself', () => {
  expect(found(matched({ total: '14.00' }))).toEqual([{ date: null, total: '14.00' }])
  expect(found(matched({ day: '2026-11-03' }))).toEqual([{ date: '2026-11-03', total: null }])
})

test('compares nothing that could not be read', () => {
  expect(found(matched({ day: null, total: null }))).toEqual([])
})

test('a list may leave out the cents, and the sign of a credit note', () => {
  expect(found(matched({ total: '12' }, { total: '12.40' }))).toEqual([])
  expect(found(matched({ total: '13' }, { total: '12.40' }))).toHaveLength(1)
  expect(found(matched({ total: '12.00' }, { total: '-12.00' }))).toEqual([])
})

test('a column that disagrees in most rows means something else', () => {
  const net = ['11.00', '11.10', '11.20'].map(total => matched({ total }))
  expect(found(...net, matched({}))).toEqual([])
  expect(found(net[0] ?? matched({}), matched({}), matched({}))).toHaveLength(1)
})
