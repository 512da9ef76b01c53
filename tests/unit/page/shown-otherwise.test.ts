import { expect, test } from 'vitest'
import type { RowSeen } from '#lib/messages.ts'
import { shownOtherwise } from '#lib/page/shown-otherwise.ts'
import { anInvoice } from '#tests/builders/invoice.ts'

/** A row of the list beside the invoice that it is. */
interface Shown {
  number?: string
  supplier?: string
  day?: string | null
  total?: string | null
  /** How the list shows the total, and the currency that is read of it. */
  written?: [text: string, currency: string]
}
function matched(shown: Shown, told: object = {}) {
  const invoice = anInvoice({ date: '2026-11-02', total: '12.00', currency: 'SGD', ...told })
  const { day = '2026-11-02', total = '12.00', written = ['', null] } = shown
  const { number = invoice.number, supplier = invoice.supplier.name } = shown
  const row = {
    key: JSON.stringify(shown),
    number,
    supplier,
    date: { text: '', day },
    total: { text: written[0], amount: total, currency: written[1] },
  } as RowSeen
  return { row, invoice }
}
const agreed = { number: null, supplier: null, date: null, total: null }
const found = (...rows: ReturnType<typeof matched>[]) => [...shownOtherwise(rows).values()]

test('says nothing of rows that show what the data has', () => {
  expect(found(matched({}), matched({ total: '12' }))).toEqual([])
})

test('tells another day and another total, each by itself', () => {
  expect(found(matched({ total: '14.00' }))).toEqual([
    { ...agreed, total: { amount: '14.00', currency: 'SGD' } },
  ])
  expect(found(matched({ day: '2026-11-03' }))).toEqual([{ ...agreed, date: '2026-11-03' }])
})

test('tells another number and another supplier of a row that is known by its link', () => {
  expect(found(matched({ number: 'INV-OTHER' }))).toEqual([{ ...agreed, number: 'INV-OTHER' }])
  expect(found(matched({ supplier: 'Somebody Else' }))).toEqual([{ ...agreed, supplier: 'Somebody Else' }])
})

test('a list may write names in capitals, cut them off, or not show them', () => {
  const told = { supplier: { id: 's', name: 'Green Valley Produce' } }
  for (const supplier of ['GREEN  VALLEY PRODUCE', 'Green Val…', 'Green Valley ...', ''])
    expect(found(matched({ supplier }, told))).toEqual([])
  expect(found(matched({ supplier: 'Red Val…' }, told))).toHaveLength(1)
})

test('tells another currency by its code, not by a sign that several share', () => {
  expect(found(matched({ written: ['EUR 12.00', 'EUR'] }))).toEqual([
    { ...agreed, total: { amount: '12.00', currency: 'EUR' } },
  ])
  expect(found(matched({ written: ['$12.00', 'USD'] }))).toEqual([])
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
