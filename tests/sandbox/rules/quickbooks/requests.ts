import type { Expected, Request, Rule, Step } from '../rule.ts'

/** The headings of the fact sheet that hold rules of the ledger itself. */
export type Section = 'Decisions' | 'Bill' | 'Errors' | 'Limits and cost' | 'OAuth' | 'Reading back'

export type QuickbooksRule = Rule<Section>

type Fields = Record<string, unknown>
export type Sent = Extract<Step, { send: string }>

/** A line of vegetables at 10.00; `detail` replaces what its detail has, undefined takes it away. */
export const line = (detail: Fields = {}, over: Fields = {}): Fields => ({
  Description: 'Romaine',
  Amount: 10,
  DetailType: 'AccountBasedExpenseLineDetail',
  AccountBasedExpenseLineDetail: {
    AccountRef: { value: '{food}' },
    TaxCodeRef: { value: '{nine}' },
    ...detail,
  },
  ...over,
})

/** A bill of 10.00 and 9 % tax in the company in Singapore. */
export const bill = (over: Fields = {}): Fields => ({
  VendorRef: { value: '{vendor}' },
  DocNumber: '1001',
  TxnDate: '2026-03-01',
  DueDate: '2026-03-31',
  Line: [line()],
  ...over,
})

/** A call of the accounting API for a company: that in Singapore, unless another is named. */
export const api = (send: string, body?: unknown, company: 'canal' | 'bayside' | '' = ''): Request => ({
  send: send.replace(' ', ` /v3/company/{${company || 'realm'}}`),
  body,
  headers: {
    authorization: `Bearer {${company ? `${company}Token` : 'token'}}`,
    accept: 'application/json',
    'content-type': 'application/json',
  },
})

export const get = (path: string, answers: Expected): Sent => ({ ...api(`GET ${path}`), answers })

/** Answers a query, e.g. `query('select * from Bill', { … })`; what is expected lies in `QueryResponse`. */
export const query = (text: string, QueryResponse: Fields): Sent =>
  get(`/query?minorversion=75&query=${encodeURIComponent(text).replaceAll(/%7B(\w+)%7D/g, '{$1}')}`, {
    status: 200,
    body: { QueryResponse },
  })

/** All bills that stand in the company in Singapore, by their numbers. */
export const billsAre = (...numbers: string[]): Sent =>
  query('select * from Bill', numbers.length === 0 ? {} : { Bill: numbers.map(DocNumber => ({ DocNumber })) })

/** Enters a bill that is taken, and calls it `{bill}`; `fields` is what it comes back with. */
export const enter = (over: Fields = {}, fields: Fields = {}): Sent => ({
  ...api('POST /bill?minorversion=75', bill(over)),
  answers: { status: 200, body: { Bill: fields } },
  keep: { bill: 'Bill.Id' },
})

const none = query('select count(*) from Bill', { totalCount: 0 })

/** A bill that is refused with this code and these words, in a fault of a 400, and is not in the books. */
export const refused = (over: Fields, says: string | RegExp): Step[] => [
  {
    ...api('POST /bill?minorversion=75', bill(over)),
    answers: { status: 400, body: { Fault: { type: 'ValidationFault' } }, says: [says] },
  },
  none,
]

/** Overwrites `{bill}` as it was at `SyncToken` 0, with a whole bill. */
export const update = (over: Fields, answers: Expected): Sent => ({
  ...api('POST /bill?minorversion=75', bill({ Id: '{bill}', SyncToken: '0', ...over })),
  answers,
})

/** `{bill}` as it stands in the books. */
export const stands = (Bill: Fields, without: readonly string[] = []): Sent =>
  get('/bill/{bill}', { status: 200, body: { Bill }, without })

/** What tests alone may do to a ledger. */
export const control = (send: string, body?: unknown, status = 200): Sent => ({
  send: send.replace(' ', ' /_control'),
  body,
  answers: { status },
})

/** A setting of the company in Singapore. */
export const company = (change: Fields): Sent => control('PATCH /companies/{realm}', change)

/** What a person does to `{bill}` in the ledger itself. */
export const person = (change: Fields): Sent => control('PATCH /companies/{realm}/bills/{bill}', change)

export const BASIC = `Basic ${Buffer.from('sandbox-client:sandbox-secret').toString('base64')}`

/** A request with the app's own credentials, at the token endpoint. */
export const tokens = (form: Record<string, string>, answers: Expected): Sent => ({
  send: 'POST /oauth2/v1/tokens/bearer',
  headers: { authorization: BASIC },
  form,
  answers,
})
