import Big from 'big.js'
import { describe, expect, it } from 'vitest'
import { shareCents } from '#lib/domain/share-cents.ts'

function shared(exact: string[], target: string, may: (index: number, value: Big) => boolean = () => true) {
  const amounts = exact.map(amount => new Big(amount))
  return shareCents(amounts, new Big(target), { decimals: 2, may }).map(amount => amount.toFixed(2))
}

describe('shareCents', () => {
  it('gives each cent to what lost most by its rounding', () => {
    expect(shared(['1.001', '1.004', '1.003'], '3.01')).toEqual(['1.00', '1.01', '1.00'])
    expect(shared(['1.009', '1.006', '1.008'], '3.02')).toEqual(['1.01', '1.00', '1.01'])
  })

  it('goes round again where there are more cents than amounts', () => {
    expect(shared(['1.00', '1.00'], '2.03')).toEqual(['1.02', '1.01'])
  })

  it.each([
    ['a target between two cents', shared(['1.00'], '1.005')],
    ['no amount that may take one', shared(['1.00'], '1.01', () => false)],
  ])('leaves the plain roundings with %s', (_, amounts) => {
    expect(amounts).toEqual(['1.00'])
  })
})
