import {
  api,
  bill,
  control,
  enter,
  get,
  line,
  NO_ID,
  post,
  put,
  UNKNOWN_ID,
  type XeroRule,
} from './requests.ts'

const numbered = (InvoiceNumber: string, over = {}) =>
  bill({ InvoiceNumber, Url: `https://app.example/${InvoiceNumber}`, ...over })
const broken = (InvoiceNumber: string) =>
  numbered(InvoiceNumber, { LineItems: [line({ AccountCode: '999' })] })
const three = { Invoices: [numbered('1'), broken('2'), numbered('3')] }
const NOT_VALID_CODE = "Account code '999' is not a valid code for this document"
const numbersAre = (...numbers: string[]) =>
  get('/Invoices', { status: 200, body: { Invoices: numbers.map(InvoiceNumber => ({ InvoiceNumber })) } })
const MB = 1024 * 1024

/**
 * Writing many at once, creating and updating. Not provable here: the signatures of the SDK's functions, which
 * `sdk.test.ts` uses.
 */
export const batches: readonly XeroRule[] = [
  {
    rule: 'with summarizeErrors=false a batch is a 200 that tells the fate of each',
    from: 'Batch writes',
    steps: [
      {
        ...api('PUT /Invoices?summarizeErrors=false', three),
        answers: {
          status: 200,
          body: {
            Invoices: [
              {
                InvoiceNumber: '1',
                StatusAttributeString: 'OK',
                HasErrors: false,
                ValidationErrors: [],
                Warnings: [],
              },
              {
                InvoiceID: NO_ID,
                InvoiceNumber: '2',
                Url: 'https://app.example/2',
                Contact: { ContactID: '{contact}' },
                StatusAttributeString: 'ERROR',
                HasErrors: true,
                ValidationErrors: [{ Message: /^Account code '999'/ }],
                Warnings: [],
              },
              { InvoiceNumber: '3', StatusAttributeString: 'OK', HasErrors: false },
            ],
          },
        },
      },
      numbersAre('1', '3'),
    ],
  },
  ...['', '?summarizeErrors=true'].map(
    (query): XeroRule => ({
      rule: `summarised (${query || 'by default'}), a batch with an invalid bill is a 400 without the valid ones, which stand all the same`,
      from: 'What must shape the code',
      steps: [
        {
          ...api(`PUT /Invoices${query}`, three),
          answers: {
            status: 400,
            body: { ErrorNumber: 10, Type: 'ValidationException', Elements: [{ InvoiceNumber: '2' }] },
            says: [NOT_VALID_CODE],
          },
        },
        numbersAre('1', '3'),
      ],
    }),
  ),
  {
    rule: 'an id that nothing has is a 404 of text/html for the whole request',
    from: 'Batch writes',
    steps: [
      {
        ...api('POST /Invoices?summarizeErrors=false', {
          Invoices: [numbered('1'), { InvoiceID: UNKNOWN_ID, Status: 'DRAFT' }],
        }),
        answers: { status: 404, headers: { 'content-type': /^text\/html/ } },
      },
      numbersAre(),
      get(`/Invoices/${UNKNOWN_ID}`, { status: 404, headers: { 'content-type': /^text\/html/ } }),
    ],
  },
  {
    rule: 'the elements of an answer may come in another order',
    from: 'Batch writes',
    steps: [
      control('PATCH /settings', { answerOrder: 'reversed' }),
      put([numbered('1'), numbered('2')], {
        status: 200,
        body: { Invoices: [{ InvoiceNumber: '2' }, { InvoiceNumber: '1' }] },
      }),
    ],
  },
  {
    rule: 'a batch has no most of elements',
    from: 'Batch writes',
    steps: [
      put(
        Array.from({ length: 200 }, (_, index) => numbered(String(index))),
        { status: 200, says: [] },
      ),
    ],
  },
  {
    rule: 'a request of more than 3.5 MB is refused',
    from: 'Batch writes',
    steps: [
      {
        ...api('PUT /Invoices', {
          Invoices: [numbered('1', { LineItems: [line({ Description: 'x'.repeat(3.5 * MB) })] })],
        }),
        answers: { status: 400, says: [/3\.5 MB/] },
      },
      numbersAre(),
      put([numbered('2', { LineItems: [line({ Description: 'x'.repeat(3.4 * MB) })] })], {
        status: 200,
        says: [],
      }),
    ],
  },
  {
    rule: 'PUT makes a new bill every time',
    from: 'What must shape the code',
    steps: [
      put([numbered('1001')], { status: 200 }),
      put([numbered('1001')], { status: 200 }),
      numbersAre('1001', '1001'),
    ],
  },
  {
    rule: 'POST with an id updates that bill',
    from: 'What must shape the code',
    steps: [enter(), enter(), post({ InvoiceNumber: '2' }, { status: 200 }), numbersAre('1001', '2')],
  },
  {
    rule: 'POST without an id overwrites the bill of that number, whoever the supplier is',
    from: 'What must shape the code',
    steps: [
      enter(),
      {
        ...api('POST /Invoices', { Invoices: [bill({ Contact: { ContactID: '{second}' } })] }),
        answers: { status: 200, body: { Invoices: [{ InvoiceID: '{bill}' }] } },
      },
      get('/Invoices', { status: 200, body: { Invoices: [{ Contact: { ContactID: '{second}' } }] } }),
    ],
  },
  {
    rule: 'POST without an id makes a new bill of a new number',
    from: 'What must shape the code',
    steps: [
      { ...api('POST /Invoices', { Invoices: [numbered('1'), numbered('2')] }), answers: { status: 200 } },
      numbersAre('1', '2'),
    ],
  },
]
