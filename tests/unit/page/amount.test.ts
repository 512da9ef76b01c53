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
  ['Rp 1.234.567,00', '1234567.00', 'IDR'],
  ['Rp1.234.567', '1234567', 'IDR'],
  ['IDR 12.500', '12500', 'IDR'],
  ['₫1.234.567', '1234567', 'VND'],
  ['1.234.567 ₫', '1234567', 'VND'],
  ['1.234.567đ', '1234567', 'VND'],
  ['1.234.567 VNĐ', '1234567', 'VND'],
  ['฿1,234.50', '1234.50', 'THB'],
  ['1,234.50 บาท', '1234.50', 'THB'],
  ['฿๑,๒๓๔.๕๐', '1234.50', 'THB'],
  ['RM1,234.50', '1234.50', 'MYR'],
  ['S$ 1,234.50', '1234.50', 'SGD'],
  ['NT$1,234', '1234', 'TWD'],
  ['HK$1,234.50', '1234.50', 'HKD'],
  ['1,234円', '1234', 'JPY'],
  ['￥１，２３４', '1234', null],
  ['−S$5.00', '-5.00', 'SGD'],
  ['-Rp 5.000', '-5000', 'IDR'],
  ['(Rp 5.000)', '-5000', 'IDR'],
  ['SGD 12.00 (incl. 9% GST)', '12.00', 'SGD'],
  ['12,34,567.00', '1234567.00', null],
])('reads %s as %s in %s', (text, amount, currency) => {
  expect(readAmount(text)).toEqual({ amount, currency })
})

test.each(['', '–', 'n/a', 'SGD', '1.2.3.4,5,6', '1.2.3,00', '1.2万', '3,5 jt', '2 triệu', '1.2k', '5 ล้าน'])(
  'does not guess an amount in “%s”',
  text => {
    expect(readAmount(text).amount).toBeNull()
  },
)

test('takes a bare dollar for no certain currency', () => {
  expect(readAmount('$12.00').currency).toBeNull()
})

test.each([
  ['¥1,234', 'ja', 'JPY'],
  ['¥1,234.00', 'zh-CN', 'CNY'],
  ['1,234元', 'zh-Hant-TW', 'TWD'],
  ['¥1,234', 'en', null],
  ['NET 12.00', 'en', null],
  ['RMX 12.00', 'en', null],
])('takes %s on a page in %s for %s', (text, language, currency) => {
  expect(readAmount(text, language).currency).toBe(currency)
})
