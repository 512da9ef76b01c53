import { expect, test } from 'vitest'
import { BillToPost } from '#lib/domain/bill.ts'
import { wireBill } from '#server/ledger/quickbooks/wire-bill.ts'
import { someFacts } from '#tests/builders/company-facts.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'

const link = 'http://localhost:4700/go/outlet-1/A-1'

function bill(over: Parameters<typeof aBillToPost>[1] = {}, line: object = {}) {
  const given = aBillToPost('A-1', over)
  const lines = given.lines.map(one => ({ ...one, taxCode: '4', ...line }))
  return BillToPost.parse({ ...given, lines })
}

function wired(given: BillToPost, facts = someFacts()) {
  const result = wireBill({ bill: given, link }, '58', facts)
  if (!result.ok) throw new Error(result.failure.raw)
  return result.wire
}

test('sends lines without tax, and the invoice’s own tax of each rate beside them', () => {
  expect(wired(bill())).toEqual({
    DocNumber: 'A-1',
    TxnDate: '2026-11-20',
    DueDate: '2026-11-20',
    VendorRef: { value: '58' },
    APAccountRef: { value: '5' },
    PrivateNote: `Exported by Clearcloud: ${link}`,
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [
      {
        Description: 'Romaine',
        Amount: 10,
        DetailType: 'AccountBasedExpenseLineDetail',
        AccountBasedExpenseLineDetail: { AccountRef: { value: '7' }, TaxCodeRef: { value: '4' } },
      },
    ],
    TxnTaxDetail: {
      TotalTax: 0.9,
      TaxLine: [
        {
          Amount: 0.9,
          DetailType: 'TaxLineDetail',
          TaxLineDetail: {
            TaxRateRef: { value: '41' },
            PercentBased: true,
            TaxPercent: 9,
            NetAmountTaxable: 10,
          },
        },
      ],
    },
  })
})

test('takes the tax out of amounts that include it', () => {
  const wire = wired(bill({ amountsIncludeTax: true }, { amount: '10.90', tax: '0.90' }))
  expect(wire).toMatchObject({ GlobalTaxCalculation: 'TaxExcluded', Line: [{ Amount: 10 }] })
  expect(wire.TxnTaxDetail?.TotalTax).toBe(0.9)
})

test('splits the tax of a code between its rates, the last taking what rounding leaves', () => {
  const wire = wired(bill({ total: '10.01', taxTotal: '0.01' }, { taxCode: '6', tax: '0.01' }))
  expect(wire.TxnTaxDetail?.TaxLine.map(({ Amount }) => Amount)).toEqual([0.01, 0])
})

test('puts the tax into the amounts where a bill carries none of its own', () => {
  const rules = { ...someFacts().rules, taxInAmounts: true }
  const none = wired(bill({}, { taxCode: null }), someFacts({ rules }))
  expect(none).toMatchObject({ Line: [{ Amount: 10.9 }], GlobalTaxCalculation: 'NotApplicable' })
  expect(none.TxnTaxDetail).toBeUndefined()
  const inclusive = bill({ amountsIncludeTax: true }, { amount: '10.90', tax: '0.90', taxCode: 'NON' })
  const american = wired(inclusive, someFacts({ rules, unitedStates: true }))
  expect(american.GlobalTaxCalculation).toBeUndefined()
  expect(american.Line).toMatchObject([
    { Amount: 10.9, AccountBasedExpenseLineDetail: { TaxCodeRef: { value: 'NON' } } },
  ])
})

test('names currency and the payables of it where there are several, and never lets one pass for another', () => {
  const dollars = bill({ currency: 'USD' })
  expect(wired(dollars, someFacts({ multicurrency: true }))).toMatchObject({
    CurrencyRef: { value: 'USD' },
    APAccountRef: { value: '31' },
  })
  expect(wireBill({ bill: dollars, link }, '58', someFacts())).toMatchObject({
    failure: { code: 'foreign-currency' },
  })
})

test('puts a class on the lines and a location on the bill', () => {
  const tracked = (category: string, option: string) => wired(bill({}, { tracking: { category, option } }))
  expect(tracked('Class', 'Kitchen').Line).toMatchObject([
    { AccountBasedExpenseLineDetail: { ClassRef: { value: '1' } } },
  ])
  expect(tracked('Location', 'Harbour Street').DepartmentRef).toEqual({ value: '2' })
})

test('shortens a long number, with the full one in the memo', () => {
  const number = 'INVOICE-2026-SINGAPORE-000001234'
  const wire = wired(bill({ number }))
  expect(wire.DocNumber).toHaveLength(21)
  expect(wire.PrivateNote).toContain(`Full number: ${number}`)
})

test('has a credit without a due day', () => {
  expect(wired(bill({ kind: 'credit' })).DueDate).toBeUndefined()
})

test.each([
  ['another total', bill({ total: '11.00' }), 'totals-differ'],
  ['a line without an account', bill({}, { account: null }), 'account-unknown'],
  ['an account that is not there', bill({}, { account: '999' }), 'account-unknown'],
  [
    'a class that is not there',
    bill({}, { tracking: { category: 'Class', option: 'Bar' } }),
    'class-or-location-unknown',
  ],
])('sends nothing of %s', (_, given, code) => {
  expect(wireBill({ bill: given, link }, '58', someFacts())).toMatchObject({ ok: false, failure: { code } })
})
