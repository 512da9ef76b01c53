import { describe, expect, it } from 'vitest'
import { buildBill } from '#lib/domain/build-bill.ts'
import { Posting } from '#lib/domain/posting.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })

function built(detail: ReturnType<typeof aDetail>, posting = {}, lists = {}) {
  const outlet = anOutlet({ posting: Posting.parse(posting) })
  return buildBill({ invoice: anInvoice({ detail }), outlet, mapping, lists: someLists(lists) })
}

describe('roundingLine', () => {
  it('closes a difference within the tolerance in sight, untaxed, on its own account', () => {
    const detail = aDetail({ total: '10.95' })
    const result = built(detail, { chargeAccounts: { rounding: '311' } })
    expect(result).toMatchObject({ ok: true, bill: { total: '10.95', taxTotal: '0.90' } })
    expect(result.ok && result.bill.lines[1]).toMatchObject({
      description: 'Rounding',
      amount: '0.05',
      tax: '0.00',
      taxCode: 'ZERO',
      account: '311',
    })
  })

  it('goes along with the largest line where no account was chosen', () => {
    const result = built(aDetail({ total: '10.88' }))
    expect(result.ok && result.bill.lines[1]).toMatchObject({ amount: '-0.02', account: '310' })
  })

  it('closes one in amounts that include tax', () => {
    const detail = aDetail({
      amountsIncludeTax: true,
      lines: [aLine('Romaine', { quantity: '1', unitPrice: '10.90' })],
      taxes: [{ rate: '9', taxable: '10.00', tax: '0.90' }],
      subtotal: '10.00',
      taxTotal: '0.90',
      total: '10.93',
    })
    expect(built(detail)).toMatchObject({
      bill: { total: '10.93', lines: [{ amount: '10.90' }, { amount: '0.03' }] },
    })
  })

  it.each([
    ['10.96', {}, 'Invoice: 10.96 with tax of 0.90. Bill: 10.90 with tax of 0.90.'],
    ['10.91', { tolerance: '0' }, 'Invoice: 10.91 with tax of 0.90. Bill: 10.90 with tax of 0.90.'],
  ])('stops beyond it and shows both totals: %s', (total, posting, raw) => {
    expect(built(aDetail({ total }), posting)).toEqual({
      ok: false,
      failure: { code: 'totals-differ', raw, billState: null },
    })
  })

  it('stops where the ledger has no rate of 0 % for it', () => {
    const taxRates = [{ code: 'INPUT9', name: 'INPUT9', rate: '9', active: true, purchases: true }]
    expect(built(aDetail({ total: '10.95' }), {}, { taxRates })).toMatchObject({
      failure: { code: 'tax-rate-missing' },
    })
  })
})
