import type { Expected, Request, Rule, Step } from '../rule.ts'

/** The headings of the fact sheet that hold rules of the ledger itself. */
export type Section =
  | 'What must shape the code'
  | 'Limits and cost'
  | 'Batch writes'
  | 'Idempotency-Key'
  | 'Bills'
  | 'Error texts'
  | 'OAuth 2'
  | 'Reading back'

export type XeroRule = Rule<Section>

type Fields = Record<string, unknown>
type Sent = Extract<Step, { send: string }>

export const NO_ID = '00000000-0000-0000-0000-000000000000'
export const UNKNOWN_ID = '11111111-1111-4111-8111-111111111111'

/** A line of 10.00 with 9 % tax; `over` replaces fields, undefined takes one away. */
export const line = (over: Fields = {}): Fields => ({
  Description: 'Romaine',
  Quantity: 2,
  UnitAmount: 5,
  AccountCode: '310',
  TaxType: 'INPUTY24',
  ...over,
})

/** A draft of 10.90 from the first contact of the first organisation. */
export const bill = (over: Fields = {}): Fields => ({
  Type: 'ACCPAY',
  Contact: { ContactID: '{contact}' },
  InvoiceNumber: '1001',
  Date: '2026-03-01',
  DueDate: '2026-03-31',
  LineAmountTypes: 'Exclusive',
  Status: 'DRAFT',
  LineItems: [line()],
  ...over,
})

/** A call of the accounting API for the first organisation, or `headers` say otherwise. */
export const api = (send: string, body?: unknown, headers: Record<string, string> = {}): Request => ({
  send: send.replace(' ', ' /api.xro/2.0'),
  body,
  headers: {
    authorization: 'Bearer {token}',
    'xero-tenant-id': '{tenant}',
    'content-type': 'application/json',
    ...headers,
  },
})

/** Reads, e.g. `get('/Invoices/{bill}', { status: 200 })`. */
export const get = (path: string, answers: Expected, headers?: Record<string, string>): Sent => ({
  ...api(`GET ${path}`, undefined, headers),
  answers,
})

/** Creates these bills with PUT; each is told its fate. */
export const put = (bills: readonly Fields[], answers: Expected): Sent => ({
  ...api('PUT /Invoices?summarizeErrors=false', { Invoices: bills }),
  answers,
})

/** Enters one bill and calls it `{bill}`. */
export const enter = (over: Fields = {}): Sent => ({
  ...api('PUT /Invoices?unitdp=4', { Invoices: [bill(over)] }),
  answers: { status: 200 },
  keep: { bill: 'Invoices.0.InvoiceID' },
})

/** Creates one bill that is taken; `fields` is what it comes back with. */
export const taken = (over: Fields, fields: Fields, query = ''): Sent => ({
  ...api(`PUT /Invoices${query}`, { Invoices: [bill(over)] }),
  answers: { status: 200, body: { Invoices: [fields] } },
  keep: { bill: 'Invoices.0.InvoiceID' },
})

/** Creates one bill that is refused in these words, and leaves the books empty. */
export const refused = (over: Fields, ...says: (string | RegExp)[]): Step[] => [
  {
    ...api('PUT /Invoices', { Invoices: [bill(over)] }),
    answers: {
      status: 400,
      body: {
        ErrorNumber: 10,
        Type: 'ValidationException',
        Elements: [{ HasErrors: true, InvoiceID: NO_ID }],
      },
      says,
    },
  },
  get('/Invoices', { status: 200, body: { Invoices: [] } }),
]

/** Changes `{bill}` with POST, as an app does that names it by id. */
export const post = (change: Fields, answers: Expected): Sent => ({
  ...api('POST /Invoices?summarizeErrors=false', { Invoices: [{ InvoiceID: '{bill}', ...change }] }),
  answers,
})

/** A change of `{bill}` that is refused in these words. */
export const refusedChange = (change: Fields, ...says: (string | RegExp)[]): Sent =>
  post(change, {
    status: 200,
    body: { Invoices: [{ InvoiceID: '{bill}', StatusAttributeString: 'ERROR', HasErrors: true }] },
    says,
  })

/** `{bill}` as it stands in the books. */
export const stands = (fields: Fields): Sent =>
  get('/Invoices/{bill}', { status: 200, body: { Invoices: [fields] } })

/** What tests alone may do to a ledger. */
export const control = (send: string, body?: unknown, status = 200): Sent => ({
  send: send.replace(' ', ' /_control'),
  body,
  answers: { status },
})

/** What a person does to `{bill}` in the ledger itself. */
export const person = (change: Fields): Sent => control('PATCH /organisations/{tenant}/bills/{bill}', change)

/** A request with the app's own credentials, at the token endpoint. */
export const tokens = (form: Record<string, string>, answers: Expected): Sent => ({
  send: 'POST /connect/token',
  form: { client_id: 'sandbox-client', client_secret: 'sandbox-secret', ...form },
  answers,
})
