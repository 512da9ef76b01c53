import { expect, test } from 'vitest'
import { textSum } from '#lib/page/text-sum.ts'

test('is the same for the same text, and a whole number', () => {
  expect(textSum('INV-7\u001fGreens')).toBe(textSum('INV-7\u001fGreens'))
  expect(Number.isSafeInteger(textSum('海味之家'))).toBe(true)
})

test('tells a hundred thousand texts apart that differ in a figure', () => {
  const sums = Array.from({ length: 100_000 }, (_, index) =>
    textSum(`INV-${index}\u001fGreens & Co\u001fSGD 12.00`),
  )
  expect(new Set(sums).size).toBe(sums.length)
})

test('tells apart what only stands in another order', () => {
  expect(textSum('ab')).not.toBe(textSum('ba'))
  expect(textSum('')).not.toBe(textSum('\u0000'))
})
