import { expect, test } from 'vitest'
import { assess } from '#lib/domain/assess.ts'
import { inWords } from '#lib/domain/wording.ts'
import { say } from '#lib/words/say.ts'
import { anInvoice } from '#tests/builders/invoice.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const words = (shown: object | undefined) => {
  const invoice = anInvoice({
    date: '2026-11-02',
    seenAt: '2026-11-02T03:00:00.000Z',
    ...(shown && { shown }),
  })
  return inWords(assess({ invoice, outlet: anOutlet(), mapping: aMapping(), export: null }), say).says
}
const agreed = { number: null, supplier: null, date: null, total: null }
const at = '2026-11-03T02:00:00.000Z'

test('a conflict between list and data is told with both sides and their times', () => {
  const said = words({ ...agreed, total: { amount: '99.00', currency: 'EUR' }, at })
  expect(said.at(-2)).toMatch(
    /^The list shows EUR.99\.00 \(Nov 3, 2026, .*\), Foodrazor’s own data SGD.* \(Nov 2, 2026, .*\)\.$/,
  )
  expect(said.at(-1)).toMatch(/^A bill follows the data\./)
})

test('another day is told as a day', () => {
  expect(words({ ...agreed, date: '2026-11-05', at }).at(-2)).toMatch(
    /^The list shows Nov 5, 2026 \(.*\), Foodrazor’s own data Nov 2, 2026 \(/,
  )
})

test('another number and another supplier are told as they are written', () => {
  const said = words({ ...agreed, number: 'A-1', supplier: '<Somebody>', at })
  expect(said.at(-3)).toMatch(/^The list shows A-1 \(/)
  expect(said.at(-2)).toMatch(/^The list shows <Somebody> \(/)
})

test('without a conflict nothing is said', () => {
  expect(words(undefined).join()).not.toContain('The list shows')
})
