import { expect, test } from 'vitest'
import { docNumber } from '#server/ledger/quickbooks/doc-number.ts'

test('leaves a number of 21 characters as it is', () => {
  expect(docNumber('A'.repeat(21))).toBe('A'.repeat(21))
})

test('shortens a longer one to 21, the same each time, and never two alike', () => {
  const long = (middle: string) => `INVOICE-2026-${middle}-000001234`
  expect(docNumber(long('SINGAPORE'))).toMatch(/^INVOICE~[0-9A-F]{5}~0001234$/)
  expect(docNumber(long('SINGAPORE'))).toBe(docNumber(long('SINGAPORE')))
  expect(docNumber(long('SINGAPORE'))).not.toBe(docNumber(long('MALAYSIA')))
})
