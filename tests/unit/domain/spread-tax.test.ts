import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Money, type Percent, percentOf, sum } from '#lib/domain/money.ts'
import { spreadTax } from '#lib/domain/spread-tax.ts'

const nine = '9' as Percent
const cents = (amount: number) => (amount / 100).toFixed(2) as Money

const printed = (tax: string) => ({
  amountsIncludeTax: false,
  taxes: [{ rate: nine, taxable: '0.00' as Money, tax: tax as Money }],
  taxTotal: tax as Money,
})

describe('spreadTax', () => {
  it('adds up to the tax printed for the rate, whatever the lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50_000, max: 500_000 }), { minLength: 1, maxLength: 40 }),
        amounts => {
          const lines = amounts.map(amount => ({ amount: cents(amount), taxRate: nine }))
          const taxable = sum(lines.map(line => line.amount))
          const tax = percentOf(taxable, nine)
          const spread = spreadTax(
            lines,
            { amountsIncludeTax: false, taxes: [{ rate: nine, taxable, tax }], taxTotal: tax },
            2,
          )
          expect(sum(spread)).toBe(tax)
        },
      ),
    )
  })

  it('leaves a printed tax alone that no rounding explains', () => {
    const lines = [{ amount: '100.00' as Money, taxRate: nine }]
    expect(spreadTax(lines, printed('12.00'), 2)).toEqual(['9.00'])
  })

  it('takes over a printed tax within the tolerance', () => {
    const lines = [{ amount: '100.00' as Money, taxRate: nine }]
    expect(spreadTax(lines, printed('9.05'), 2, '0.05' as Money)).toEqual(['9.05'])
    expect(spreadTax(lines, printed('9.06'), 2, '0.05' as Money)).toEqual(['9.00'])
  })

  it('gives no line more tax than its amount, nor one of the other sign', () => {
    const lines = ['0.00', '-0.01', '0.01', '40.00'].map(amount => ({
      amount: amount as Money,
      taxRate: nine,
    }))
    expect(spreadTax(lines, printed('3.63'), 2)).toEqual(['0.00', '0.00', '0.01', '3.62'])
  })

  it('adds up what stands under one rate twice', () => {
    const lines = [{ amount: '10.00' as Money, taxRate: nine }]
    const half = { rate: nine, taxable: '5.00' as Money, tax: '0.45' as Money }
    const detail = { amountsIncludeTax: false, taxes: [half, half], taxTotal: '0.90' as Money }
    expect(spreadTax(lines, detail, 2)).toEqual(['0.90'])
  })

  it('holds an invoice that prints no tax by rate to its tax in all', () => {
    const lines = ['0.05', '0.05', '0.05'].map(amount => ({ amount: amount as Money, taxRate: nine }))
    const detail = { amountsIncludeTax: false, taxes: [], taxTotal: '0.01' as Money }
    expect(spreadTax(lines, detail, 2)).toEqual(['0.01', '0.00', '0.00'])
  })
})
