import { describe, expect, it } from 'vitest'
import type { AccountCode } from '#lib/domain/ids.ts'
import type { TaxRate } from '#lib/domain/ledger-lists.ts'
import type { Percent } from '#lib/domain/money.ts'
import { type ChosenTax, chooseTax, type NoTax } from '#lib/domain/tax-code.ts'
import { someLists } from '#tests/builders/lists.ts'
import { quickbooksTaxRates, xeroTaxRates } from '#tests/builders/tax-rates.ts'

const food = '310' as AccountCode

function choose(
  taxRates: readonly TaxRate[],
  rate: string,
  {
    own = null,
    type = 'expense',
    ...over
  }: { own?: string | null; type?: string; chosen?: string; untaxed?: boolean } = {},
): ChosenTax | NoTax {
  const account = {
    code: food,
    name: 'Food',
    type: '',
    class: type,
    active: true,
    allowed: true,
    taxCode: own,
  }
  const lists = someLists({ accounts: [account], taxRates })
  return chooseTax({ rate: rate as Percent, account: food, lists, ...over })
}

const codeOf = (tax: ChosenTax | NoTax) => ('none' in tax ? tax.none : tax.code)
const nameOf = (tax: ChosenTax | NoTax) => ('none' in tax ? tax.none : tax.name)

describe('chooseTax', () => {
  it.each([
    ['australia', '10', 'INPUT'],
    ['australia', '0', 'EXEMPTEXPENSES'],
    ['newZealand', '15', 'INPUT2'],
    ['newZealand', '0', 'NONE'],
    ['singapore', '9', 'INPUTY24'],
    ['singapore', '8', 'INPUTY23'],
    ['singapore', '0', 'ZERORATEDINPUT'],
    ['malaysia', '6', 'TAX001'],
    ['malaysia', '8', 'TAX002'],
    ['malaysia', '10', 'TAX003'],
    ['malaysia', '0', 'INPUT'],
    ['hongKong', '0', 'INPUT'],
    ['unitedKingdom', '20', 'INPUT2'],
    ['unitedKingdom', '5', 'RRINPUT'],
    ['unitedKingdom', '0', 'ZERORATEDINPUT'],
    ['unitedStates', '0', 'INPUT'],
    ['unitedStates', '8.875', 'TAX001'],
    ['europe', '21', 'TAX003'],
    ['europe', '9', 'TAX005'],
  ] as const)('takes Xero’s code for ordinary purchases, in %s at %s %%: %s', (region, rate, code) => {
    expect(codeOf(choose(xeroTaxRates[region], rate))).toBe(code)
    expect(codeOf(choose(xeroTaxRates[region].toReversed(), rate))).toBe(code)
  })

  it.each([
    ['australia', '10', 'GST on non-capital'],
    ['australia', '0', 'GST-free non-capital'],
    ['singapore', '9', 'TX 9%'],
    ['singapore', '0', '0% ZP'],
    ['unitedKingdom', '20', '20.0% S'],
    ['unitedKingdom', '5', '5.0% R'],
    ['unitedKingdom', '0', '0.0% Z'],
  ] as const)('takes QuickBooks’s code for ordinary purchases, in %s at %s %%: %s', (region, rate, name) => {
    expect(nameOf(choose(quickbooksTaxRates[region], rate))).toBe(name)
    expect(nameOf(choose(quickbooksTaxRates[region].toReversed(), rate))).toBe(name)
  })

  it('names Singapore’s suppliers who charge no GST at all for what they are', () => {
    const untaxed = { untaxed: true }
    expect(codeOf(choose(xeroTaxRates.singapore, '0', untaxed))).toBe('NRINPUT')
    expect(nameOf(choose(quickbooksTaxRates.singapore, '0', untaxed))).toBe('0% NR')
    expect(codeOf(choose(xeroTaxRates.unitedKingdom, '0', untaxed))).toBe('ZERORATEDINPUT')
    expect(codeOf(choose(xeroTaxRates.australia, '0', untaxed))).toBe('EXEMPTEXPENSES')
  })

  it.each([
    ['singapore', '9', 'BLINPUT3Y24'],
    ['singapore', '9', 'TXREINPUTY24'],
    ['singapore', '0', 'TXRCTSY24'],
    ['australia', '10', 'CAPEXINPUT'],
    ['unitedKingdom', '0', 'EXEMPTINPUT'],
  ] as const)('takes the account’s own code where it fits, in %s at %s %%: %s', (region, rate, own) => {
    expect(choose(xeroTaxRates[region], rate, { own })).toMatchObject({ code: own, why: 'account' })
  })

  it.each([
    ['unitedKingdom', '20', 'REVERSECHARGES', 'INPUT2'],
    ['unitedKingdom', '20', 'ECACQUISITIONS', 'INPUT2'],
    ['unitedKingdom', '0', 'INPUT2', 'ZERORATEDINPUT'],
    ['europe', '21', 'TAX001', 'TAX003'],
    ['singapore', '9', 'BADDEBTRELIEFY24', 'INPUTY24'],
  ] as const)(
    'passes over an account’s own code that does not fit, in %s at %s %%: %s',
    (region, rate, own, code) => {
      expect(choose(xeroTaxRates[region], rate, { own })).toMatchObject({ code, why: 'usual' })
    },
  )

  it('takes what the outlet chose for the rate before anything else', () => {
    const over = { own: 'INPUTY24', chosen: 'TXPETINPUTY24' }
    expect(choose(xeroTaxRates.singapore, '9', over)).toMatchObject({ code: 'TXPETINPUTY24', why: 'outlet' })
  })

  it('stops where the outlet’s choice is gone, instead of declaring the tax otherwise', () => {
    expect(choose(xeroTaxRates.singapore, '9', { chosen: 'INPUTY25' })).toMatchObject({ none: 'inactive' })
  })

  it('takes a code that stands on the account', () => {
    expect(codeOf(choose(xeroTaxRates.unitedKingdom, '20', { own: 'CAPEXINPUT2', type: 'asset' }))).toBe(
      'CAPEXINPUT2',
    )
    expect(codeOf(choose(xeroTaxRates.unitedKingdom, '20', { own: 'CAPEXINPUT2' }))).toBe('INPUT2')
  })

  it('knows what a code is for in lists that do not say it', () => {
    const before = xeroTaxRates.singapore.map(tax => ({ ...tax, treatment: null }))
    expect(codeOf(choose(before, '9'))).toBe('INPUTY24')
    expect(codeOf(choose(before, '0'))).toBe('ZERORATEDINPUT')
  })

  it('says what else could have been meant', () => {
    const tax = choose(xeroTaxRates.unitedKingdom, '20')
    expect('none' in tax ? [] : tax.others.map(({ code }) => code)).toEqual([
      'DRCHARGESUPPLY20',
      'ECACQUISITIONS',
      'REVERSECHARGES',
    ])
  })

  it.each([
    ['europe', '19', 'special'],
    ['europe', '25', 'missing'],
    ['hongKong', '5', 'missing'],
  ] as const)('takes none, in %s at %s %%: %s', (region, rate, none) => {
    expect(choose(xeroTaxRates[region], rate)).toMatchObject({ none })
  })

  it('says that a rate was archived', () => {
    const archived = xeroTaxRates.newZealand.map(tax => ({ ...tax, active: false }))
    expect(choose(archived, '15')).toMatchObject({ none: 'inactive' })
  })
})
