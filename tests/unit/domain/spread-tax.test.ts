import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Money, type Percent, percentOf, sum } from '#lib/domain/money.ts'
import { spreadTax } from '#lib/domain/spread-tax.ts'

const nine = '9' as Percent
const cents = (amount: number) => (amount / 100).toFixed(2) as Money

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
            { amountsIncludeTax: false, taxes: [{ rate: nine, taxable, tax }] },
            2,
          )
          expect(sum(spread)).toBe(tax)
        },
      ),
    )
  })

  it('leaves a printed tax alone that no rounding explains', () => {
    const lines = [{ amount: '100.00' as Money, taxRate: nine }]
    const taxes = [{ rate: nine, taxable: '100.00' as Money, tax: '12.00' as Money }]
    expect(spreadTax(lines, { amountsIncludeTax: false, taxes }, 2)).toEqual(['9.00'])
  })
})
