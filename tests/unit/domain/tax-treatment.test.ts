import { describe, expect, it } from 'vitest'
import { treatmentOf } from '#lib/domain/tax-treatment.ts'

describe('treatmentOf', () => {
  it.each([
    [{ code: 'INPUT2', name: 'anything' }, 'standard'],
    [{ code: 'INPUTTAXED', name: 'Input Taxed' }, 'exempt'],
    [{ code: 'ECZRINPUT', name: 'Zero Rated EC Expenses' }, 'import'],
    [{ code: 'DRCHARGE20', name: 'Domestic Reverse Charge @ 20% (VAT on Income)' }, 'reverse-charge'],
    [{ code: 'TXRCESSY24', name: 'Reverse charge: Regulation 33 exempt supply' }, 'reverse-charge'],
    [{ code: 'OPINPUT', name: 'Out Of Scope Purchases' }, 'out-of-scope'],
    [{ code: 'ES33OUTPUT', name: 'Regulation 33 Exempt Supplies' }, 'sales'],
    [{ code: 'TAX001', report: 'INPUT', name: 'VAT 21% on purchases' }, 'standard'],
    [{ code: 'TAX001', report: 'INPUT', name: 'Autoliquidation 20%' }, 'reverse-charge'],
    [{ code: 'TAX001', report: 'INPUT', name: 'Inversión del sujeto pasivo 21%' }, 'reverse-charge'],
    [{ code: 'TAX001', report: 'INPUT', name: 'TVA intracommunautaire' }, 'import'],
    [{ code: 'TAX001', report: 'CAPITALEXPENSESINPUT', name: 'Ovens' }, 'capital'],
    [{ code: 'TAX001', report: 'REVERSECHARGES', name: 'Services' }, 'reverse-charge'],
    [{ code: 'f3b1a9f0', report: 'USSALESTAX', name: 'New York' }, 'sales'],
    [{ name: '20.0% RC CIS' }, 'reverse-charge'],
    [{ name: 'GST-free non-capital' }, 'zero-rated'],
    [{ name: 'GST free' }, 'zero-rated'],
    [{ name: 'GST on imports' }, 'import'],
    [{ name: 'No VAT' }, 'out-of-scope'],
    [{ name: '9% SR' }, 'standard'],
  ] as const)('%j is %s', (tax, treatment) => {
    expect(treatmentOf(tax)).toBe(treatment)
  })
})
