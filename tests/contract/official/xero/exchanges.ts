import type { Exchange } from '../recording/exchange.ts'

/* Exchanges to try the check on: sound, unless told otherwise. */

export const id = '9b7044f5-5ebf-4f11-b400-d4efbf77be84'
const line = {
  Description: 'Romaine',
  Quantity: 2,
  UnitAmount: 5.125,
  TaxAmount: 0.92,
  LineAmount: 10.25,
}
export const bill = {
  Type: 'ACCPAY',
  Contact: { ContactID: id },
  Date: '2026-03-01',
  DueDate: '2026-03-31',
  LineAmountTypes: 'Exclusive',
  InvoiceNumber: '1001',
  CurrencyCode: 'SGD',
  Url: 'https://clearcloud.example/go/1',
  Status: 'DRAFT',
  LineItems: [line],
}
const headers = {
  accept: 'application/json',
  authorization: 'Bearer hidden',
  'content-type': 'application/json',
  'idempotency-key': 'key',
  'xero-tenant-id': id,
}
const said = 'summarizeErrors=false&unitdp=4'

type Over = Partial<Pick<Exchange, 'method' | 'path' | 'query'>> & { headers?: Record<string, string> }

/** A write of our server, of this body. */
export function sent(body: object | string, { headers: over = {}, ...rest }: Over = {}): Exchange {
  return {
    ledger: 'xero',
    during: 'tests/contract/some.test.ts',
    method: 'PUT',
    path: '/api.xro/2.0/Invoices',
    query: said,
    request: {
      headers: { ...headers, ...over },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    answer: null,
    ...rest,
  }
}

/** A new bill of our server, which differs from a sound one in this. */
export const made = (over: object, more?: Over) => sent({ Invoices: [{ ...bill, ...over }] }, more)

/** A changed bill of our server; an id is still to be given. */
export const changed = (over: object) => made(over, { method: 'POST' })

/** A new bill, whose one line differs from a sound one in this. */
export const withLine = (over: object) => made({ LineItems: [{ ...line, ...over }] })

/** A read of our server. */
export function asked(
  query: string,
  over: Record<string, string> = {},
  path = '/api.xro/2.0/Invoices',
): Exchange {
  const { accept, authorization } = headers
  const request = { headers: { accept, authorization, 'xero-tenant-id': id, ...over }, body: '' }
  return { ...sent('', { method: 'GET', path, query }), request }
}
export const page = 'unitdp=4&page=1&pageSize=1000'

const stored = {
  ...bill,
  InvoiceID: id,
  Contact: { ContactID: id, Name: 'Green Acre' },
  Date: '/Date(1772323200000+0000)/',
  DateString: '2026-03-01T00:00:00',
  DueDate: '/Date(1774915200000+0000)/',
  UpdatedDateUTC: '/Date(1773133200000+0000)/',
  SubTotal: 10.25,
  TotalTax: 0.92,
  Total: 11.17,
  AmountDue: 11.17,
  AmountPaid: 0,
  AmountCredited: 0,
  StatusAttributeString: 'OK',
}
export const refusal = {
  ErrorNumber: 10,
  Type: 'ValidationException',
  Message: 'A validation exception occurred',
  Elements: [{ ...bill, Date: stored.Date, DueDate: stored.DueDate, ValidationErrors: [{ Message: 'No' }] }],
}
export const envelope = {
  Id: id,
  Status: 'OK',
  ProviderName: 'Sandbox',
  DateTimeUTC: '/Date(1773133200000)/',
}

/** What the sandbox answers to a write. */
export function answered(status: number, body: object | string, headers = {}, to = made({})): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const all = { 'content-type': text.startsWith('<') ? 'text/html' : 'application/json', ...headers }
  return { ...to, answer: { status, headers: all, body: text } }
}

/** A list of one bill as an answer; the bill and the list differ from sound ones in this. */
export const listed = (over: object, ofList = {}) =>
  answered(200, { ...envelope, ...ofList, Invoices: [{ ...stored, ...over }] })

/** A bill of a list that was refused. */
export const refusedOne = { ...refusal.Elements[0], HasErrors: true, StatusAttributeString: 'ERROR' }

/** A request of our server for tokens. */
export function token(form: string, over: Record<string, string> = {}): Exchange {
  const type = 'application/x-www-form-urlencoded'
  const all = { accept: headers.accept, authorization: 'Basic hidden', 'content-type': type, ...over }
  const exchange = sent(form, { method: 'POST', path: '/connect/token', query: '' })
  return { ...exchange, request: { ...exchange.request, headers: all } }
}
export const refresh = 'grant_type=refresh_token&refresh_token=hidden'
export const granted = {
  access_token: 'hidden',
  token_type: 'Bearer',
  expires_in: 1800,
  refresh_token: 'hidden',
}
const connection = {
  id,
  tenantId: id,
  tenantType: 'ORGANISATION',
  createdDateUtc: '2026-03-10T09:00:00.123',
}

/** The list of one connection as an answer. */
export const connections = (over: object) =>
  answered(
    200,
    [{ ...connection, ...over }],
    {},
    sentWithout('xero-tenant-id', asked('', {}, '/connections')),
  )

/** The same exchange without one of its headers. */
export function sentWithout(header: string, exchange = made({})): Exchange {
  const { [header]: _, ...rest } = exchange.request.headers
  return { ...exchange, request: { ...exchange.request, headers: rest } }
}
