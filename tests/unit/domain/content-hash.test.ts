import { expect, it } from 'vitest'
import { contentHash } from '#lib/domain/content-hash.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'

it('is the same whatever the order of the keys', () => {
  expect(contentHash({ a: 1, b: [{ c: 'x', d: null }] })).toBe(
    contentHash({ b: [{ d: null, c: 'x' }], a: 1 }),
  )
})

it('differs for another value, and for the same values in another order of lines', () => {
  expect(contentHash(['a', 'b'])).not.toBe(contentHash(['b', 'a']))
})

it('changes with what the bill repeats, and with nothing else', () => {
  const before = invoiceContent(anInvoice())
  expect(invoiceContent(anInvoice({ lines: [aLine('Romaine', { quantity: '3' })] }))).not.toBe(before)
  expect(invoiceContent(anInvoice({ cloud: 'failed', seenAt: '2026-11-09T00:00:00.000Z' }))).toBe(before)
  expect(invoiceContent(anInvoice({ lines: [aLine('Romaine', { group: 'Vegetables' })] }))).toBe(before)
})
