import { expect, test } from 'vitest'
import type { QuickbooksCompany } from '#server/ledger/quickbooks/quickbooks-company.ts'
import { readBill, stateOf } from '#server/ledger/quickbooks/read-bill.ts'
import { WireTransaction } from '#server/ledger/quickbooks/wire-transaction.ts'

const seen = (over: object = {}) =>
  WireTransaction.parse({
    Id: '145',
    SyncToken: '0',
    DocNumber: 'A-1',
    TxnDate: '2026-11-20',
    VendorRef: { value: '58', name: 'Green Acre Produce' },
    TotalAmt: 10.9,
    Balance: 10.9,
    ...over,
  })

test.each([
  ['nothing was paid', {}, 'open'],
  ['it was paid', { Balance: 0, LinkedTxn: [{ TxnId: '9', TxnType: 'BillPaymentCheck' }] }, 'paid'],
  [
    'a part of it was paid',
    { Balance: 5, LinkedTxn: [{ TxnId: '9', TxnType: 'BillPaymentCreditCard' }] },
    'paid',
  ],
  ['a credit was set against it', { Balance: 4 }, 'paid'],
  ['it was made from an order', { LinkedTxn: [{ TxnId: '9', TxnType: 'PurchaseOrder' }] }, 'open'],
  ['it was voided', { TotalAmt: 0, Balance: 0, PrivateNote: 'Voided - double' }, 'voided'],
])('takes a bill for what it is where %s', (_, over, state) => {
  expect(stateOf(seen(over))).toBe(state)
})

test('reads a bill, in the home currency where it names none', () => {
  const company = { appUrl: 'https://app.qbo.intuit.com', realm: '91' } as QuickbooksCompany
  expect(
    readBill(company, 'credit', seen({ TotalAmt: '1200.5', Balance: null }), 'SGD' as never),
  ).toMatchObject({
    id: '145',
    state: 'open',
    number: 'A-1',
    contact: { id: '58', name: 'Green Acre Produce' },
    currency: 'SGD',
    total: '1200.50',
    url: 'https://app.qbo.intuit.com/app/vendorcredit?txnId=145&companyId=91',
  })
})
