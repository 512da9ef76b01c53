import { describe, expect, it } from 'vitest'
import { mayBeOne, plainTaxNumber, supplierName } from '#lib/domain/supplier-name.ts'

const one: [string, string][] = [
  ['Green Valley Produce Pte Ltd', 'green valley produce'],
  ['GREEN VALLEY PRODUCE (PTE.) LIMITED', 'Green Valley Produce Pte. Ltd.'],
  ['Boucherie Générale S.A.R.L.', 'BOUCHERIE GENERALE SARL'],
  ['Smith & Co. Ltd', 'Smith and Company Limited'],
  ['Blue Pier Fish (S) Pte Ltd', 'Blue Pier Fish'],
  ['PT Sayur Segar', 'Sayur Segar'],
  ['Kaasboerderij De Hoeve B.V.', 'Kaasboerderij de Hoeve BV'],
  ["O'Brien's Dairy", 'OBriens Dairy'],
  ['大成食品有限公司', '大成食品'],
  ['Ｆｒｅｓｈ Farm Sdn. Bhd.', 'Fresh Farm Sendirian Berhad'],
]
const two: [string, string][] = [
  ['Blue Pier Fish (S) Pte Ltd', 'Blue Pier Fish (M) Sdn Bhd'],
  ['Green Valley Ltd', 'Green Valley LLC'],
  ['Green Valley Produce', 'Green Valley'],
  ['Ltd', 'Limited Company'],
]

describe('the name of a supplier', () => {
  it.each(one)('“%s” may be “%s”', (a, b) => {
    expect(mayBeOne(supplierName(a), supplierName(b))).toBe(true)
  })

  it.each(two)('“%s” is not “%s”', (a, b) => {
    expect(mayBeOne(supplierName(a), supplierName(b))).toBe(false)
  })

  it('keeps a name that is nothing but a form', () => {
    expect(supplierName('Co. Ltd.')).toEqual({ plain: 'co ltd', core: 'co', form: 'ltd' })
  })

  it('compares tax numbers by their letters and digits, and none that is too short to tell', () => {
    expect(plainTaxNumber('NL 0012.34567 B01')).toBe('NL001234567B01')
    expect(plainTaxNumber('n/a')).toBeNull()
  })
})
