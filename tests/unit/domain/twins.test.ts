import { describe, expect, it } from 'vitest'
import { areTwins, writtenAlike } from '#lib/domain/twins.ts'
import { aDetail, anInvoice } from '#tests/builders/invoice.ts'

const one = anInvoice()
const twin = (over: Parameters<typeof anInvoice>[0]) => areTwins(one, anInvoice({ id: 'inv-2', ...over }))

describe('two invoices that may be one', () => {
  it.each<[string, Parameters<typeof anInvoice>[0], boolean]>([
    ['the same supplier and number', {}, true],
    ['the same supplier and number, come to another total', { total: '99.00', detail: null }, true],
    ['the same supplier, day and total, the number written otherwise', { number: 'inv 1001' }, true],
    ['the same supplier, day and total, another number', { number: 'INV-1002' }, false],
    ['the number written otherwise on another day', { number: 'inv 1001', date: '2026-11-03' }, false],
    [
      'the number written otherwise and another total',
      { number: 'inv 1001', total: '11.00', detail: null },
      false,
    ],
    ['the same number of another supplier', { supplier: { id: 's-2', name: 'Green Valley' } }, false],
    ['the same number in another outlet', { outletId: 'outlet-2' }, false],
    [
      'a credit note under the number of its invoice',
      { detail: aDetail({ document: 'credit-note' }) },
      false,
    ],
    ['itself, seen again', { id: 'inv-1' }, false],
  ])('%s', (_, over, expected) => {
    expect(twin(over)).toBe(expected)
  })

  it('takes two invoices without a number for two', () => {
    const blank = { number: '' }
    expect(areTwins(anInvoice(blank), anInvoice({ ...blank, id: 'inv-2' }))).toBe(false)
  })
})

describe('numbers', () => {
  it.each([
    ['INV-0042', 'inv 42'],
    ['1042', 'INV1042'],
    ['INV-1042', 'INV-1042-1'],
    ['1024', '1042'],
    ['ＩＮＶ１０４２', 'INV1042'],
  ])('%s is written like %s', (a, b) => {
    expect([writtenAlike(a, b), writtenAlike(b, a)]).toEqual([true, true])
  })

  it.each([
    ['1041', '1042'],
    ['42', '1042'],
    ['', '1042'],
    ['A-1', 'B-1'],
    ['1-23', '12-3X'],
  ])('%s is not written like %s', (a, b) => {
    expect([writtenAlike(a, b), writtenAlike(b, a)]).toEqual([false, false])
  })
})
