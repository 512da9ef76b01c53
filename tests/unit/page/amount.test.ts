import { expect, test } from 'vitest'
import { readAmount } from '#lib/page/amount.ts'

test.each([
  ['SGD 1,234.50', '1234.50', 'SGD'],
  ['S$1,234.50', '1234.50', 'SGD'],
  ['1.234,50 €', '1234.50', 'EUR'],
  ['1 234,50 EUR', '1234.50', 'EUR'],
  ['5’000.10', '5000.10', null],
  ['RM 12', '12', 'MYR'],
  ['Rp 1.250.000', '1250000', 'IDR'],
  ['1,250', '1250', null],
  ['BHD 1.250', '1.250', 'BHD'],
  ['0.125', '0.125', null],
  ['(12.00)', '-12.00', null],
  ['−5.00', '-5.00', null],
  ['12.00-', '-12.00', null],
  ['$ -7.5', '-7.5', null],
  ['١٬٢٣٤٫٥٠', '1234.50', null],
  ['１２３．４５', '123.45', null],
  ['¥1,200', '1200', null],
])('reads %s as %s in %s', (text, amount, currency) => {
  expect(readAmount(text)).toEqual({ amount, currency })
})

test.each(['', '–', 'n/a', 'SGD', '1.2.3.4,5,6'])('does not guess an amount in “%s”', text => {
  expect(readAmount(text).amount).toBeNull()
})

test('takes a bare dollar for no certain currency', () => {
  expect(readAmount('$12.00').currency).toBeNull()
})
