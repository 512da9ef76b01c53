import { describe, expect, it } from 'vitest'
import { ratesToChoose } from '#lib/domain/rates-to-choose.ts'
import { someLists } from '#tests/builders/lists.ts'
import { xeroTaxRates } from '#tests/builders/tax-rates.ts'

const shown = (region: keyof typeof xeroTaxRates, chosen: string[] = []) =>
  ratesToChoose(someLists({ taxRates: xeroTaxRates[region] }), chosen).map(({ rate, usual, codes }) => [
    rate,
    usual?.code ?? null,
    codes.length,
  ])

describe('ratesToChoose', () => {
  it('gives the rates of which there are several codes, without those for sales', () => {
    expect(shown('newZealand')).toEqual([])
    expect(shown('australia')).toEqual([
      ['10', 'INPUT', 2],
      ['0', 'EXEMPTEXPENSES', 5],
    ])
  })

  it('gives those that are for special cases alone', () => {
    expect(shown('europe')).toContainEqual(['19', null, 1])
  })

  it('gives those that were chosen, so that they can be taken back', () => {
    expect(shown('newZealand', ['15'])).toEqual([['15', 'INPUT2', 1]])
  })

  it('gives none where bills carry no tax', () => {
    const rules = {
      plan: null,
      keepsBills: true,
      booksClosedUntil: null,
      refusesUsedNumbers: true,
      taxInAmounts: true,
    }
    expect(ratesToChoose(someLists({ rules, taxRates: xeroTaxRates.australia }))).toEqual([])
  })
})
