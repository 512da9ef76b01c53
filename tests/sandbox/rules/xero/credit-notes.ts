import { api, bill, get, line, type XeroRule } from './requests.ts'

const note = (over = {}) =>
  bill({
    Type: 'ACCPAYCREDIT',
    InvoiceNumber: undefined,
    CreditNoteNumber: 'CN-1',
    DueDate: undefined,
    ...over,
  })
const entered = {
  ...api('PUT /CreditNotes?summarizeErrors=false', { CreditNotes: [note()] }),
  answers: {
    status: 200,
    body: {
      CreditNotes: [
        {
          Type: 'ACCPAYCREDIT',
          CreditNoteNumber: 'CN-1',
          Total: 10.9,
          RemainingCredit: 10.9,
          Status: 'DRAFT',
        },
      ],
    },
  },
  keep: { note: 'CreditNotes.0.CreditNoteID' },
}

/** Supplier credits. Not provable here: applying one to a bill, which the sandbox does not do. */
export const creditNotes: readonly XeroRule[] = [
  {
    rule: 'a supplier’s credit is a credit note of type ACCPAYCREDIT, apart from the bills',
    from: 'Bills',
    steps: [
      entered,
      get('/CreditNotes/{note}', {
        status: 200,
        body: { CreditNotes: [{ LineItems: [{ LineAmount: 10 }] }] },
      }),
      get('/Invoices', { status: 200, body: { Invoices: [] } }),
    ],
  },
  {
    rule: 'a credit note is no bill',
    from: 'Bills',
    steps: [
      {
        ...api('PUT /Invoices?summarizeErrors=false', { Invoices: [bill({ Type: 'ACCPAYCREDIT' })] }),
        answers: { status: 200, says: ['Type must be ACCPAY'] },
      },
    ],
  },
  {
    rule: 'a bill is no credit note',
    from: 'Bills',
    steps: [
      {
        ...api('PUT /CreditNotes?summarizeErrors=false', { CreditNotes: [note({ Type: 'ACCPAY' })] }),
        answers: { status: 200, says: ['Type must be ACCPAYCREDIT'] },
      },
    ],
  },
  {
    rule: 'a credit note is refused in the words of a bill',
    from: 'Error texts',
    steps: [
      {
        ...api('PUT /CreditNotes', { CreditNotes: [note({ LineItems: [line({ AccountCode: '999' })] })] }),
        answers: {
          status: 400,
          body: { ErrorNumber: 10 },
          says: ["Account code '999' is not a valid code for this document"],
        },
      },
    ],
  },
  {
    rule: 'credit notes are found by a where on their number',
    from: 'Reading back',
    steps: [
      entered,
      get('/CreditNotes?where=CreditNoteNumber=="CN-1"&page=1', {
        status: 200,
        body: { CreditNotes: [{ CreditNoteID: '{note}', LineItems: [{ LineAmount: 10 }] }] },
      }),
      get('/CreditNotes?where=CreditNoteNumber=="CN-2"&page=1', { status: 200, body: { CreditNotes: [] } }),
    ],
  },
]
