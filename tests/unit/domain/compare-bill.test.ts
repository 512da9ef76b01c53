import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BillLine, BillToPost } from '#lib/domain/bill.ts'
import { BillComparison } from '#lib/domain/bill-comparison.ts'
import { compareBill } from '#lib/domain/compare-bill.ts'
import type { Percent } from '#lib/domain/money.ts'
import { standingAs } from '#tests/builders/bill-whole.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'

const rates = [
  { code: 'INPUTY24', rate: '9' as Percent },
  { code: 'NONE', rate: '0' as Percent },
]
const line = (description: string, amount: string, over: object = {}) => ({
  description,
  quantity: '1',
  unitAmount: amount,
  amount,
  account: '310',
  taxCode: 'INPUTY24',
  taxRate: '9',
  tax: (Number(amount) * 0.09).toFixed(2),
  tracking: null,
  ...over,
})
function billOf(lines: ReturnType<typeof line>[], over: object = {}): BillToPost {
  const net = lines.reduce((all, { amount }) => all + Number(amount), 0)
  const tax = lines.reduce((all, one) => all + Number(one.tax), 0)
  return BillToPost.parse({
    ...aBillToPost('INV-1'),
    lines,
    total: (net + tax).toFixed(2),
    taxTotal: tax.toFixed(2),
    ...over,
  })
}

describe('compareBill', () => {
  it('finds nothing on a bill that says what was posted', () => {
    const bill = billOf([line('Romaine', '10.00'), line('Kale', '20.00')])
    const comparison = compareBill(bill, standingAs(bill), rates)
    expect(comparison).toMatchObject({ same: true, total: { delta: '0.00' } })
    expect(comparison.taxes).toEqual([
      {
        taxRate: '9',
        taxable: { ours: '30.00', theirs: '30.00', delta: '0.00' },
        tax: { ours: '2.70', theirs: '2.70', delta: '0.00' },
      },
    ])
    expect(BillComparison.parse(comparison)).toEqual(comparison)
  })

  it('marks what differs on each line, and what each side has alone', () => {
    const posted = billOf([line('Romaine', '10.00'), line('Kale', '20.00'), line('Crates', '3.00')])
    const now = billOf([
      line('Kale', '20.00', { account: '320' }),
      line('Romaine', '12.00'),
      line('Rice', '7.00'),
    ])
    const { lines, total, net } = compareBill(posted, standingAs(now), rates)
    expect(
      lines.map(({ ours, theirs, differs }) => [ours?.description, theirs?.description, differs]),
    ).toEqual([
      ['Romaine', 'Romaine', ['amount', 'tax']],
      ['Kale', 'Kale', ['account']],
      ['Crates', 'Rice', ['description', 'amount', 'tax']],
    ])
    expect(net).toEqual({ ours: '33.00', theirs: '39.00', delta: '-6.00' })
    expect(total.delta).toBe('-6.54')
  })

  it('sees a line that is gone and one that came', () => {
    const posted = billOf([line('Romaine', '10.00'), line('Kale', '20.00')])
    const gone = compareBill(posted, standingAs(billOf([line('Kale', '20.00')])), rates)
    expect(gone.lines.map(({ theirs }) => theirs?.description ?? null)).toEqual([null, 'Kale'])
    const came = compareBill(billOf([line('Kale', '20.00')]), standingAs(posted), rates)
    expect(came.lines.map(({ ours }) => ours?.description ?? null)).toEqual(['Kale', null])
    expect([gone.same, came.same]).toEqual([false, false])
  })

  it('says what made another amount where the ledger keeps it', () => {
    const posted = billOf([line('Romaine', '10.00', { quantity: '2', unitAmount: '5.00' })])
    const now = billOf([line('Romaine', '15.00', { quantity: '3', unitAmount: '5.00' })])
    const { lines } = compareBill(posted, standingAs(now), rates)
    expect(lines[0]?.differs).toEqual(['quantity', 'amount', 'tax'])
    const folded = line('Romaine', '15.00') as unknown as BillLine
    const [only] = compareBill(posted, standingAs(now, { lines: [{ ...folded, tracking: [] }] }), rates).lines
    expect(only?.differs).toEqual(['amount', 'tax'])
  })

  it('compares amounts in the way the bill that stands has them', () => {
    const inclusive = billOf([line('Romaine', '10.90', { tax: '0.90' })], {
      amountsIncludeTax: true,
      total: '10.90',
      taxTotal: '0.90',
    })
    const exclusive = billOf([line('Romaine', '10.00', { tax: '0.90' })])
    expect(compareBill(inclusive, standingAs(exclusive), rates)).toMatchObject({
      same: true,
      amountsIncludeTax: false,
    })
    expect(compareBill(exclusive, standingAs(inclusive), rates)).toMatchObject({
      same: true,
      amountsIncludeTax: true,
    })
  })

  it('takes no tax of a line, no due date and no code of ours for no difference', () => {
    const posted = billOf([line('Romaine', '10.00', { taxCode: null })])
    const now = standingAs(posted, { dueDate: null })
    const lines = now.lines.map(one => ({ ...one, tax: null, taxCode: '7' }))
    expect(compareBill(posted, { ...now, lines }, rates).same).toBe(true)
  })

  it('shows one row for a tax that the ledger splits otherwise', () => {
    const posted = billOf([line('Wine', '100.00', { tax: '12.00', taxRate: '12' })])
    const taxes = [
      { taxCode: null, taxRate: '5', taxable: '100.00', tax: '5.00' },
      { taxCode: null, taxRate: '7', taxable: '100.00', tax: '7.00' },
    ]
    expect(compareBill(posted, standingAs(posted, { taxes }), rates).taxes).toEqual([
      {
        taxRate: null,
        taxable: { ours: '100.00', theirs: '100.00', delta: '0.00' },
        tax: { ours: '12.00', theirs: '12.00', delta: '0.00' },
      },
    ])
  })

  it('counts a credit below zero beside a bill', () => {
    const bill = billOf([line('Romaine', '10.00')])
    const credit = BillToPost.parse({ ...bill, kind: 'credit' })
    expect(compareBill(credit, standingAs(bill), rates)).toMatchObject({
      total: { ours: '-10.90', theirs: '10.90', delta: '-21.80' },
      tax: { delta: '-1.80' },
    })
  })

  it('marks the number, the contact and the days', () => {
    const bill = billOf([line('Romaine', '10.00')])
    const now = standingAs(bill, {
      bill: { number: 'INV-9', contact: { id: 'c-2', name: 'Blue Pier Fish' }, date: '2026-11-21' },
      dueDate: '2026-12-31',
    })
    const differing = compareBill(bill, now, rates).head.filter(({ differs }) => differs)
    expect(differing.map(({ field, theirs }) => [field, theirs])).toEqual([
      ['number', 'INV-9'],
      ['contact', 'Blue Pier Fish'],
      ['date', '2026-11-21'],
      ['due-date', '2026-12-31'],
    ])
  })

  it('pairs every line once, and its deltas add up to the delta of the net', () => {
    const some = fc.array(
      fc.record({
        name: fc.constantFrom('Romaine', 'Kale', 'Rice'),
        cents: fc.integer({ min: 1, max: 9999 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(some, some, (one, other) => {
        const bill = (lines: typeof one) =>
          billOf(lines.map(({ name, cents }) => line(name, (cents / 100).toFixed(2))))
        const { lines, net } = compareBill(bill(one), standingAs(bill(other)), rates)
        expect(lines.filter(({ ours }) => ours)).toHaveLength(one.length)
        expect(lines.filter(({ theirs }) => theirs)).toHaveLength(other.length)
        const cents = (amount: string | undefined) => Math.round(Number(amount ?? 0) * 100)
        const delta = lines.reduce(
          (all, { ours, theirs }) => all + cents(ours?.amount) - cents(theirs?.amount),
          0,
        )
        expect(delta).toBe(cents(net.delta))
      }),
    )
  })
})
