import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import type { LineAmountTypes } from '#sandbox/xero/books/ledger-document.ts'
import { lineAmounts, lineTax } from '#sandbox/xero/documents/line-amounts.ts'
import { totalsOf } from '#sandbox/xero/documents/totals.ts'

type Given = { Quantity?: string; UnitAmount?: string; LineAmount?: string }

const given = (line: Given) => ({
  Quantity: line.Quantity === undefined ? undefined : new Big(line.Quantity),
  UnitAmount: line.UnitAmount === undefined ? undefined : new Big(line.UnitAmount),
  LineAmount: line.LineAmount === undefined ? undefined : new Big(line.LineAmount),
})

describe('a line', () => {
  const cases: [
    sentence: string,
    line: Given,
    decimals: 2 | 4,
    quantity: string,
    unit: string,
    amount: string,
  ][] = [
    ['multiplies quantity and price', { Quantity: '3', UnitAmount: '1.15' }, 2, '3', '1.15', '3.45'],
    ['rounds half a cent up', { Quantity: '0.5', UnitAmount: '0.25' }, 2, '0.5', '0.25', '0.13'],
    [
      'rounds a negative half away from zero',
      { Quantity: '-0.5', UnitAmount: '0.25' },
      2,
      '-0.5',
      '0.25',
      '-0.13',
    ],
    [
      'cuts a price to two decimals by default',
      { Quantity: '100', UnitAmount: '1.2345' },
      2,
      '100',
      '1.23',
      '123',
    ],
    [
      'keeps four decimals where asked to',
      { Quantity: '100', UnitAmount: '1.2345' },
      4,
      '100',
      '1.2345',
      '123.45',
    ],
    ['finds the price of a line amount', { Quantity: '3', LineAmount: '10' }, 2, '3', '3.3333', '10'],
    ['finds the quantity of a line amount', { UnitAmount: '2.5', LineAmount: '10' }, 2, '4', '2.5', '10'],
    ['takes a line amount alone as one piece', { LineAmount: '10' }, 2, '1', '10', '10'],
    ['takes a price alone as one piece', { UnitAmount: '10' }, 2, '1', '10', '10'],
    ['is worth nothing as a mere description', {}, 2, '0', '0', '0'],
  ]
  it.each(cases)('%s', (_, line, decimals, quantity, unit, amount) => {
    const read = lineAmounts(given(line), decimals)
    if ('error' in read) throw new Error(read.error)
    expect([read.quantity, read.unitAmount, read.lineAmount].map(String)).toEqual([quantity, unit, amount])
  })

  it('does not agree to a line amount a cent off', () => {
    expect(lineAmounts(given({ Quantity: '3', UnitAmount: '3.33', LineAmount: '10' }), 2)).toEqual({
      error: 'The line total 10.00 does not match the expected line total 9.99',
    })
  })
})

describe('the tax of a line', () => {
  const cases: [amount: string, rate: number, types: LineAmountTypes, tax: string][] = [
    ['10', 9, 'Exclusive', '0.9'],
    ['0.5', 9, 'Exclusive', '0.05'],
    ['10.90', 9, 'Inclusive', '0.9'],
    ['121', 21, 'Inclusive', '21'],
    ['10', 9, 'NoTax', '0'],
    ['-10', 21, 'Exclusive', '-2.1'],
  ]
  it.each(cases)('of %s at %s %% %s is %s', (amount, rate, types, tax) => {
    expect(lineTax(new Big(amount), rate, types).toString()).toBe(tax)
  })
})

describe('the totals of a document', () => {
  const line = (lineAmount: string, taxAmount: string) => ({
    lineId: '',
    description: '',
    quantity: new Big(1),
    unitAmount: new Big(lineAmount),
    lineAmount: new Big(lineAmount),
    taxType: 'INPUT',
    taxAmount: new Big(taxAmount),
    tracking: [],
  })
  it.each([
    ['Exclusive', '20', '2', '22'],
    ['Inclusive', '18', '2', '20'],
    ['NoTax', '20', '0', '20'],
  ] as const)('with %s amounts', (lineAmountTypes, subTotal, totalTax, total) => {
    const tax = lineAmountTypes === 'NoTax' ? '0' : '1'
    const totals = totalsOf({ lines: [line('10', tax), line('10', tax)], lineAmountTypes, payments: [] })
    expect([totals.subTotal, totals.totalTax, totals.total].map(String)).toEqual([subTotal, totalTax, total])
  })
})
