import { expect, test } from 'vitest'
import { contractsFolder } from './contracts-folder.ts'
import type { Exchange } from './recording/exchange.ts'
import { checkXero } from './xero/check-xero.ts'
import {
  answered,
  asked,
  bill,
  changed,
  connections,
  envelope,
  granted,
  id,
  listed,
  made,
  page,
  refresh,
  refusal,
  refusedOne,
  sent,
  sentWithout,
  token,
  withLine,
} from './xero/exchanges.ts'
import { readXeroContracts } from './xero/xero-contracts.ts'

/** The check can fail: each exchange here is wrong in one thing, beside one in which nothing is. */
const folder = contractsFolder('xero')
const contracts = folder === null ? null : readXeroContracts(folder)

const sound: [string, Exchange][] = [
  ['a bill', made({})],
  ['a changed bill', changed({ InvoiceID: id })],
  [
    'a search',
    asked(`${page}&IDs=${id},${id}&Statuses=DRAFT`, { 'if-modified-since': '2026-03-10T09:00:00Z' }),
  ],
  ['a list', listed({})],
  ['a list in which one was refused', listed(refusedOne)],
  ['a refusal', answered(400, refusal)],
  ['a missing bill', answered(404, '<p>Not found</p>')],
  ['a request for tokens', token(refresh)],
  ['tokens', answered(200, granted, {}, token(refresh))],
  ['connections', connections({})],
]

const wrong: [string, Exchange, RegExp][] = [
  ['an unknown address', made({}, { path: '/api.xro/2.0/Bills' }), /no such operation/],
  ['an unknown query parameter', asked(`${page}&sort=Date`), /the query has sort/],
  ['a parameter twice', asked(`${page}&page=2`), /page more than once/],
  ['a page that is no number', asked('unitdp=4&page=one'), /page in the query: it must be integer/],
  ['an id that is none', asked(`${page}&IDs=${id},7`), /IDs in the query: .*uuid/],
  ['a number of decimals left out', asked('page=1'), /unitdp=4/],
  ['too large a page', asked('unitdp=4&page=1&pageSize=1001'), /more than 1000 a page/],
  ['too many numbers at once', asked(`${page}&InvoiceNumbers=${'1,'.repeat(40)}1`), /more than 40/],
  ['an open quotation mark', asked(`${page}&where=Type=="ACCPAY`), /quotation mark/],
  ['a time without a zone', asked(page, { 'if-modified-since': '2026-03-10T09:00:00' }), /If-Modified-Since/],
  ['a header of another operation', asked(page, { 'idempotency-key': 'key' }), /have idempotency-key/],
  ['no organisation', sentWithout('xero-tenant-id'), /lacks xero-tenant-id/],
  ['a write without a key', sentWithout('idempotency-key'), /without an Idempotency-Key/],
  ['too long a key', made({}, { headers: { 'idempotency-key': 'k'.repeat(129) } }), /128 characters/],
  ['a write that is summed up', made({}, { query: 'unitdp=4' }), /summarizeErrors=false/],
  ['another type of body', made({}, { headers: { 'content-type': 'text/plain' } }), /text\/plain/],
  ['an empty list', sent({ Invoices: [] }), /one list with something in it/],
  ['too long a list', sent({ Invoices: new Array(51).fill(bill) }), /more than 50/],
  ['an unknown property', made({ Colour: 'blue' }), /unknown property Colour/],
  ['a property that Xero alone writes', made({ Total: 11.17 }), /unknown property Total/],
  ['an unknown property of a line', withLine({ Colour: 'blue' }), /LineItems\/0 has the unknown property/],
  ['an amount that is a text', withLine({ LineAmount: '10.25' }), /LineAmount must be number/],
  ['an amount with three decimals', withLine({ LineAmount: 10.255 }), /more than 2 decimals/],
  ['a price with five decimals', withLine({ UnitAmount: 5.12345 }), /more than 4 decimals/],
  ['a discount', withLine({ DiscountRate: 10 }), /DiscountRate must not be sent/],
  ['a moment for a day', made({ Date: '2026-03-01T00:00:00' }), /Date must match format "date"/],
  ['an unknown currency', made({ CurrencyCode: 'XXA' }), /CurrencyCode must be equal/],
  ['too long a number', made({ InvoiceNumber: 'x'.repeat(256) }), /255 characters/],
  ['a sales invoice', made({ Type: 'ACCREC' }), /Type is none of ACCPAY/],
  ['another status', made({ Status: 'AUTHORISED' }), /Status is none of DRAFT/],
  ['a missing contact', made({ Contact: {} }), /Contact\.ContactID is missing/],
  ['a contact with a name', made({ Contact: { ContactID: id, Name: 'A' } }), /Contact\.Name must not/],
  ['no lines', made({ LineItems: undefined }), /LineItems has none/],
  ...['Date', 'DueDate', 'CurrencyCode', 'InvoiceNumber', 'Url'].map<[string, Exchange, RegExp]>(name => [
    `a bill without its ${name}`,
    made({ [name]: undefined }),
    new RegExp(`${name} is missing`),
  ]),
  ['amounts of no kind', made({ LineAmountTypes: undefined }), /LineAmountTypes is none of/],
  ['a change without an id', changed({}), /InvoiceID is missing/],
  ['something new with an id', made({ InvoiceID: id }), /InvoiceID must not be sent/],
  ['an unknown property of an answer', listed({ Colour: 'blue' }), /unknown property Colour/],
  ['a day in an answer', listed({ Date: '2026-03-01' }), /Date must match pattern/],
  ['an unknown status', listed({ Status: 'OPEN' }), /Status must be equal/],
  ['an answer without a total', listed({ Total: undefined }), /Total is missing/],
  ['an element without its fate', listed({ StatusAttributeString: undefined }), /StatusAttributeString/],
  ['another envelope', listed({}, { Status: 'FINE' }), /Status must be equal/],
  ['a refused element without a reason', listed({ ...refusedOne, ValidationErrors: [] }), /ValidationErrors/],
  ['an unknown property refused', listed({ ...refusedOne, Colour: 'blue' }), /unknown property Colour/],
  ['a refusal without a number', answered(400, { ...refusal, ErrorNumber: undefined }), /ErrorNumber/],
  ['an answer of another type', answered(404, '{}'), /not text\/html/],
  ['an unknown answer', answered(418, '{}'), /no answer 418/],
  ['a limit of no kind', answered(429, '', { 'retry-after': '1' }), /which limit/],
  ['a limit without an end', answered(429, '', { 'x-rate-limit-problem': 'day' }), /how many seconds/],
  ['another refusal of the gateway', answered(401, { Title: 'Unauthorized' }), /no refusal of the gateway/],
  [
    'a page without their number',
    answered(200, { ...envelope, Invoices: [] }, {}, asked(page)),
    /how many pages/,
  ],
  ['an unknown grant', token('grant_type=password'), /grant_type/],
  ['an unknown field of a form', token(`${refresh}&scope=all`), /unknown property scope/],
  ['an app that does not say who it is', token(refresh, { authorization: '' }), /which app/],
  [
    'tokens that never end',
    answered(200, { ...granted, expires_in: undefined }, {}, token(refresh)),
    /expires_in/,
  ],
  [
    'an unknown field beside tokens',
    answered(200, { ...granted, age: 1 }, {}, token(refresh)),
    /property age/,
  ],
  ['an unknown error', answered(400, { error: 'no' }, {}, token(refresh)), /error/],
  ['a connection with a wrong id', connections({ tenantId: '7' }), /tenantId must match format/],
  ['an unknown property of a connection', connections({ colour: 'blue' }), /unknown property colour/],
]

function problemsOf(exchange: Exchange): string[] {
  if (contracts === null) throw new Error(missing)
  return checkXero(contracts, exchange).map(({ problem }) => problem)
}

const missing = 'there is no folder “xero”, neither in CONTRACTS_DIR nor in a shared/data'

test.for(sound)('finds nothing wrong with %s', ([, exchange], { skip }) => {
  if (contracts === null) skip(missing)
  expect(problemsOf(exchange)).toEqual([])
})

test.for(wrong)('finds %s, and that alone', ([, exchange, problem], { skip }) => {
  if (contracts === null) skip(missing)
  expect(problemsOf(exchange)).toEqual([expect.stringMatching(problem)])
})
