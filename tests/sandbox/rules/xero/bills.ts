import { api, bill, enter, get, line, put, refused, stands, taken, type XeroRule } from './requests.ts'

const lines = (over: Record<string, unknown>) => ({ LineItems: [line(over)] })
const beyondDraft = ['SUBMITTED', 'AUTHORISED'] as const

/**
 * What a bill is made of. Not provable here: which fields bill users see, and the models of the SDK
 * (`RoundingAmount`, `EnteredTotal`), which the ledger does not keep.
 */
export const bills: readonly XeroRule[] = [
  {
    rule: 'a draft needs a type',
    from: 'Bills',
    steps: refused({ Type: undefined }, 'Type must be ACCPAY'),
  },
  {
    rule: 'a draft needs a contact',
    from: 'Bills',
    steps: refused({ Contact: undefined }, 'A Contact must be specified'),
  },
  {
    rule: 'a draft needs lines',
    from: 'Bills',
    steps: [
      ...refused({ LineItems: undefined }, 'One or more line items must be specified'),
      ...refused({ LineItems: [] }, 'One or more line items must be specified'),
    ],
  },
  {
    rule: 'a draft needs neither a due date nor accounts',
    from: 'Bills',
    steps: [
      taken(
        { DueDate: undefined, ...lines({ AccountCode: undefined, TaxType: undefined }) },
        { Status: 'DRAFT', Total: 10, TotalTax: 0 },
      ),
    ],
  },
  ...beyondDraft.flatMap((Status): XeroRule[] => [
    {
      rule: `a ${Status} bill needs a due date`,
      from: 'Bills',
      steps: refused({ Status, DueDate: undefined }, 'Due Date cannot be empty'),
    },
    {
      rule: `a ${Status} bill needs an account on every line`,
      from: 'Bills',
      steps: refused(
        { Status, LineItems: [line(), line({ AccountCode: undefined })] },
        'Account code or ID must be specified',
      ),
    },
    {
      rule: `a bill can begin ${Status}`,
      from: 'Bills',
      steps: [taken({ Status }, { Status }), stands({ Status })],
    },
  ]),
  {
    rule: 'a number is not unique: one supplier may have it twice',
    from: 'Bills',
    steps: [
      enter(),
      enter(),
      get('/Invoices?InvoiceNumbers=1001', {
        status: 200,
        body: { Invoices: [{ InvoiceNumber: '1001' }, { InvoiceNumber: '1001' }] },
      }),
    ],
  },
  {
    rule: 'a number has 255 characters at most',
    from: 'Bills',
    steps: [
      ...refused({ InvoiceNumber: 'x'.repeat(256) }, /must not be more than 255/),
      taken({ InvoiceNumber: 'x'.repeat(255) }, { InvoiceNumber: 'x'.repeat(255) }),
    ],
  },
  {
    rule: 'Reference is for sales invoices: a bill does not keep it',
    from: 'Bills',
    steps: [
      { ...taken({ Reference: 'PO 7' }, {}), answers: { status: 200, without: ['Invoices.0.Reference'] } },
    ],
  },
  {
    rule: 'a contact by its id alone keeps its name',
    from: 'Bills',
    steps: [
      enter(),
      get('/Contacts/{contact}', { status: 200, body: { Contacts: [{ Name: 'Green Acre Produce' }] } }),
    ],
  },
  {
    rule: 'a name next to the id renames the contact',
    from: 'Bills',
    steps: [
      enter({ Contact: { ContactID: '{contact}', Name: 'Renamed' } }),
      get('/Contacts/{contact}', { status: 200, body: { Contacts: [{ Name: 'Renamed' }] } }),
    ],
  },
  ...['DiscountRate', 'DiscountAmount'].map(
    (field): XeroRule => ({
      rule: `${field} is not supported on bills`,
      from: 'Bills',
      steps: refused(lines({ [field]: 1 }), /^Discounts are only supported/),
    }),
  ),
  {
    rule: 'a discount can be a negative line',
    from: 'Bills',
    steps: [
      taken(
        { LineItems: [line(), line({ Description: 'Discount', UnitAmount: -1 })] },
        { SubTotal: 8, Total: 8.72 },
      ),
    ],
  },
  {
    rule: 'a line has two trackings at most',
    from: 'Bills',
    steps: [
      ...refused(
        lines({ Tracking: Array(3).fill({ Name: 'Outlet', Option: 'Central kitchen' }) }),
        /maximum of 2/,
      ),
      taken(lines({ Tracking: [{ Name: 'Outlet', Option: 'Central kitchen' }] }), {
        LineItems: [{ Tracking: [{ Name: 'Outlet', Option: 'Central kitchen' }] }],
      }),
    ],
  },
  {
    rule: 'dates are written YYYY-MM-DD, and a timestamp counts as its day',
    from: 'Bills',
    steps: [
      taken(
        { Date: '2026-03-01', DueDate: '2026-03-31T00:00:00.000Z' },
        { DateString: '2026-03-01T00:00:00', DueDateString: '2026-03-31T00:00:00' },
      ),
      {
        ...api('PUT /Invoices', { Invoices: [bill({ Date: '1 March' })] }),
        answers: { status: 400, body: { Type: 'PostDataInvalidException' } },
      },
    ],
  },
  {
    rule: 'Url comes back, and leads a person to the app from the bill’s page',
    from: 'Bills',
    steps: [
      taken({ Url: 'https://app.example/7' }, { Url: 'https://app.example/7' }),
      {
        send: 'GET /ledger/{tenant}/bills/{bill}',
        answers: { status: 200, text: /href="https:\/\/app\.example\/7"[^>]*>Go to app\.example</ },
      },
    ],
  },
  {
    rule: 'an account that is archived by hand is refused from then on',
    from: 'Error texts',
    steps: [
      {
        send: 'PATCH /_control/organisations/{tenant}/accounts/310',
        body: { status: 'ARCHIVED' },
        answers: { status: 200 },
      },
      put([bill()], { status: 200, says: ["Account code '310' has been archived, or deleted"] }),
    ],
  },
]
