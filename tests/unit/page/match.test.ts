import { expect, test } from 'vitest'
import { type Candidate, matcher } from '#lib/page/match.ts'
import { aRow } from './a-page.ts'

const candidate = (over: Record<string, unknown> = {}) =>
  ({
    id: 'inv-1',
    number: 'INV-1001',
    supplier: { id: 's', name: 'Green Valley Produce' },
    date: '2026-11-02',
    total: '10.90',
    type: 'order',
    ...over,
  }) as Candidate

const row = (over: Parameters<typeof aRow>[0] = {}) =>
  aRow({
    date: { text: '', day: '2026-11-02' },
    total: { text: '', amount: '10.90', currency: 'SGD' },
    ...over,
  })

test('finds an invoice by number and supplier, whatever their case and spaces', () => {
  const match = matcher([candidate(), candidate({ id: 'inv-2', number: 'INV-1002' })])
  expect(match(row({ number: ' inv-1001', supplier: 'GREEN  VALLEY Produce' }))).toBe('inv-1')
})

test('keeps two suppliers with the same number apart', () => {
  const match = matcher([candidate({ id: 'inv-2', supplier: { id: 'o', name: 'Other' } }), candidate()])
  expect(match(row())).toBe('inv-1')
})

test('finds an edited invoice although its total is another now', () => {
  expect(matcher([candidate({ total: '99.00' })])(row())).toBe('inv-1')
})

test.each([
  ['date', { date: '2026-10-01' }],
  ['total', { total: '11.00' }],
  ['type', { type: 'attachment' }],
])('tells invoices of one number and supplier apart by their %s', (_, other) => {
  expect(matcher([candidate({ id: 'inv-2', ...other }), candidate()])(row())).toBe('inv-1')
})

test('takes a row that could be two invoices for neither', () => {
  expect(matcher([candidate(), candidate({ id: 'inv-2' })])(row())).toBeNull()
})

test('believes the id in the row’s own link before all else', () => {
  const match = matcher([candidate(), candidate({ id: 'inv-2' })])
  expect(match(row({ link: '/app/invoices/inv-2?tab=1' }))).toBe('inv-2')
  expect(match(row({ link: '/app/%E0%A4%A/inv-1' }))).toBe('inv-1')
})

test('does not find what is not there', () => {
  expect(matcher([candidate()])(row({ number: 'INV-9' }))).toBeNull()
})
