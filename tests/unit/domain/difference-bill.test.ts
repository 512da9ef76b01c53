import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BillToPost } from '#lib/domain/bill.ts'
import type { BillWhole } from '#lib/domain/bill-whole.ts'
import { compareBill } from '#lib/domain/compare-bill.ts'
import { differenceBill } from '#lib/domain/difference-bill.ts'
import type { LocalDate } from '#lib/domain/instant.ts'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { standingAs } from '#tests/builders/bill-whole.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { someLists } from '#tests/builders/lists.ts'

const today = '2026-12-01' as LocalDate
const lists = LedgerLists.parse({
  ...someLists(),
  accounts: [
    { code: '310', name: 'Food', type: 'Direct costs', active: true, allowed: true, taxCode: null },
    { code: '320', name: 'Drinks', type: 'Direct costs', active: true, allowed: true, taxCode: null },
  ],
  taxRates: [
    { code: 'INPUTY24', name: '9 %', rate: '9', active: true, purchases: true },
    { code: 'NONE', name: 'None', rate: '0', active: true, purchases: true },
  ],
})

type Some = { cents: number; account?: string; free?: boolean; region?: string | null }
function line({ cents, account = '310', free = false, region = null }: Some) {
  const amount = new Big(cents).div(100).toFixed(2)
  return {
    description: 'Something',
    quantity: '1',
    unitAmount: amount,
    amount,
    account,
    taxCode: free ? 'NONE' : 'INPUTY24',
    taxRate: free ? '0' : '9',
    tax: free ? '0.00' : new Big(amount).times('0.09').round(2, Big.roundHalfUp).toFixed(2),
    tracking: region === null ? null : { category: 'Region', option: region },
  }
}
function billOf(lines: Some[], over: object = {}): BillToPost {
  const wired = lines.map(line)
  const tax = wired.reduce((all, one) => all.plus(one.tax), new Big(0))
  const net = wired.reduce((all, one) => all.plus(one.amount), new Big(0))
  const totals = { total: net.plus(tax).toFixed(2), taxTotal: tax.toFixed(2) }
  return BillToPost.parse({ ...aBillToPost('INV-7'), lines: wired, ...totals, ...over })
}
const approved = (bill: BillToPost) => standingAs(bill, { bill: { state: 'approved' } })
function difference(ours: BillToPost, standing: readonly [BillWhole, ...BillWhole[]], over: object = {}) {
  return differenceBill({ ours, standing, correction: standing.length, lists, today, ...over })
}
function made(...given: Parameters<typeof difference>): BillToPost {
  const result = difference(...given)
  if (result.kind !== 'bill') throw new Error(JSON.stringify(result))
  return BillToPost.parse(result.bill)
}

describe('differenceBill', () => {
  it('is a bill for what the invoice says beyond the bill, numbered after it', () => {
    const ours = billOf([{ cents: 1250 }, { cents: 700, account: '320' }])
    const bill = made(ours, [approved(billOf([{ cents: 1000 }, { cents: 700, account: '320' }]))])
    expect(bill).toMatchObject({
      kind: 'bill',
      number: 'INV-7 / correction 1',
      contact: { id: 'contact-1' },
      date: '2026-11-20',
      total: '2.73',
      taxTotal: '0.23',
      content: ours.content,
    })
    expect(bill.lines).toMatchObject([
      {
        description: 'Correction of INV-7: Food',
        account: '310',
        amount: '2.50',
        tax: '0.23',
        taxCode: 'INPUTY24',
      },
    ])
  })

  it('is a credit of positive amounts where the invoice says less', () => {
    const bill = made(billOf([{ cents: 800 }]), [approved(billOf([{ cents: 1000 }]))])
    expect(bill).toMatchObject({
      kind: 'credit',
      total: '2.18',
      taxTotal: '0.18',
      lines: [{ amount: '2.00' }],
    })
  })

  it('moves an amount from one account to another by a bill that comes to nothing', () => {
    const bill = made(billOf([{ cents: 1000, account: '320' }]), [approved(billOf([{ cents: 1000 }]))])
    expect(bill).toMatchObject({ kind: 'bill', total: '0.00', taxTotal: '0.00' })
    expect(bill.lines.map(({ account, amount, tax }) => [account, amount, tax])).toEqual([
      ['320', '10.00', '0.90'],
      ['310', '-10.00', '-0.90'],
    ])
  })

  it('keeps tax rates and options of tracking apart', () => {
    const ours = billOf([
      { cents: 1000, free: true },
      { cents: 1000, region: 'North' },
    ])
    const bill = made(ours, [approved(billOf([{ cents: 1000 }, { cents: 900, region: 'North' }]))])
    expect(
      bill.lines.map(({ taxCode, tracking, amount }) => [taxCode, tracking?.option ?? null, amount]),
    ).toEqual([
      ['NONE', null, '10.00'],
      ['INPUTY24', 'North', '1.00'],
      ['INPUTY24', null, '-10.00'],
    ])
  })

  it('counts what earlier corrections say already', () => {
    const original = approved(billOf([{ cents: 1000 }]))
    const first = made(billOf([{ cents: 1250 }]), [original])
    expect(difference(billOf([{ cents: 1250 }]), [original, standingAs(first)]).kind).toBe('same')
    const second = made(billOf([{ cents: 900 }]), [original, standingAs(first)])
    expect(second).toMatchObject({
      kind: 'credit',
      number: 'INV-7 / correction 2',
      lines: [{ amount: '3.50' }],
    })
  })

  it('takes an invoice that became a credit note for what it is', () => {
    const credit = billOf([{ cents: 300 }], { kind: 'credit' })
    expect(made(credit, [approved(billOf([{ cents: 1000 }]))])).toMatchObject({
      kind: 'credit',
      total: '14.17',
    })
    const standing = standingAs(BillToPost.parse({ ...billOf([{ cents: 1000 }]), kind: 'credit' }))
    expect(made(credit, [standing])).toMatchObject({ kind: 'bill', total: '7.63' })
  })

  it('bears the day of today where the invoice’s is locked', () => {
    const standing = [approved(billOf([{ cents: 1000 }]))] as const
    const locked = (period: string) => ({ lists: { ...lists, lockDates: { period, endOfYear: null } } })
    expect(made(billOf([{ cents: 1100 }]), standing, locked('2026-11-19')).date).toBe('2026-11-20')
    expect(made(billOf([{ cents: 1100 }]), standing, locked('2026-11-20'))).toMatchObject({
      date: today,
      dueDate: today,
    })
  })

  it('is not made where tax alone differs, or the currency', () => {
    const [only] = billOf([{ cents: 1000 }]).lines
    const ours = BillToPost.parse({
      ...billOf([{ cents: 1000 }]),
      lines: [{ ...only, tax: '0.91' }],
      total: '10.91',
      taxTotal: '0.91',
    })
    expect(difference(ours, [approved(billOf([{ cents: 1000 }]))])).toMatchObject({
      kind: 'impossible',
      why: 'tax-alone',
    })
    const foreign = billOf([{ cents: 1000 }], { currency: 'USD' })
    expect(difference(foreign, [approved(billOf([{ cents: 900 }]))])).toMatchObject({
      kind: 'impossible',
      why: 'other-currency',
    })
  })

  it('spreads a tax that the ledger states by rates alone, and folds it in where bills carry none', () => {
    const theirs = approved(billOf([{ cents: 1000 }, { cents: 505 }]))
    const lines = theirs.lines.map(one => ({ ...one, tax: null }))
    expect(made(billOf([{ cents: 1000 }, { cents: 605 }]), [{ ...theirs, lines }])).toMatchObject({
      total: '1.09',
      taxTotal: '0.09',
    })
    const rules = {
      plan: null,
      keepsBills: true,
      booksClosedUntil: null,
      refusesUsedNumbers: false,
      taxInAmounts: true,
    }
    const folded = standingAs(billOf([{ cents: 1090, free: true }], { amountsIncludeTax: true }))
    const bill = made(billOf([{ cents: 1200 }]), [folded], { lists: { ...lists, rules } })
    expect(bill).toMatchObject({
      amountsIncludeTax: true,
      total: '2.18',
      taxTotal: '0.00',
      lines: [{ amount: '2.18' }],
    })
  })

  it('with the bill that stands says what the invoice says, to the cent, on every account', () => {
    const some = fc.array(
      fc.record({
        cents: fc.integer({ min: 100, max: 99_999 }),
        account: fc.constantFrom('310', '320'),
        free: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [ours, theirs] = [billOf(one), approved(billOf(other))]
        const result = difference(ours, [theirs])
        const { total, tax } = compareBill(ours, theirs, lists.taxRates)
        if (result.kind === 'same') {
          expect([total.delta, tax.delta]).toEqual(['0.00', '0.00'])
          return
        }
        // A cent of rounding on an account by itself, which the test above is about.
        fc.pre(result.kind === 'bill')
        const sign = result.bill.kind === 'credit' ? -1 : 1
        expect(Number(result.bill.total) * sign).toBeCloseTo(Number(total.delta), 6)
        expect(Number(result.bill.taxTotal) * sign).toBeCloseTo(Number(tax.delta), 6)
        const after = difference(ours, [theirs, standingAs(result.bill)])
        expect(after.kind).toBe('same')
      }),
    )
  })
})
