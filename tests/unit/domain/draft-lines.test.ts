import { describe, expect, it } from 'vitest'
import { draftLines } from '#lib/domain/draft-lines.ts'
import type { InvoiceDetail } from '#lib/domain/invoice.ts'
import { Posting } from '#lib/domain/posting.ts'
import { aDetail, aLine } from '#tests/builders/invoice.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
const drafted = (detail: InvoiceDetail, over = {}, decimals = 2) =>
  draftLines(detail, anOutlet(over), mapping, decimals)

const charge = (kind: string, amount: string) => ({ kind, description: kind, amount, taxRate: '9' })

describe('draftLines', () => {
  it('posts each kind of charge to the account that was chosen for it, the others by the usual rule', () => {
    const charges = [
      charge('delivery', '4.00'),
      charge('deposit', '12.00'),
      charge('allowance', '-1.00'),
      charge('rounding', '0.02'),
      charge('charge', '2.00'),
    ]
    const chargeAccounts = { delivery: '420', deposit: '660', allowance: '315', rounding: '860' }
    const lines = drafted(aDetail({ charges }), { posting: Posting.parse({ chargeAccounts }) })
    expect(lines.slice(1).map(({ account, amount }) => [account, amount])).toEqual([
      ['420', '4.00'],
      ['660', '12.00'],
      ['315', '-1.00'],
      ['860', '0.02'],
      ['310', '2.00'],
    ])
  })

  it('rounds amounts that are printed finer than cents so that they add up to the invoice’s own sum', () => {
    const fine = (name: string) => aLine(name, { quantity: '1', unitPrice: '0.3333', amount: '0.3333' })
    const lines = [fine('Romaine'), fine('Kale'), fine('Leek')]
    const as = (total: string) =>
      drafted(aDetail({ lines, taxTotal: '0.00', total })).map(({ amount }) => amount)
    expect(as('1.00')).toEqual(['0.34', '0.33', '0.33'])
    expect(as('0.99')).toEqual(['0.33', '0.33', '0.33'])
    expect(as('1.05')).toEqual(['0.33', '0.33', '0.33'])
  })

  it('posts whole units of a currency that has no cents', () => {
    const lines = [aLine('Romaine', { quantity: '1.5', unitPrice: '33', amount: '49.5' })]
    const [line] = drafted(aDetail({ lines, taxTotal: '0', total: '50' }), {}, 0)
    expect(line).toMatchObject({ quantity: '1', unitAmount: '50', amount: '50' })
  })

  it('shows a negative price of a negative quantity as what it is', () => {
    const lines = [aLine('Romaine', { quantity: '-2', unitPrice: '-5.00', amount: '10.00' })]
    expect(drafted(aDetail({ lines }))[0]).toMatchObject({
      quantity: '2',
      unitAmount: '5.00',
      amount: '10.00',
    })
  })
})
