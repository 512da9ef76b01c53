import { expect, test } from 'vitest'
import { contractsFolder } from './contracts-folder.ts'
import { checkQuickbooks } from './quickbooks/check-quickbooks.ts'
import { readIntuitSchemas } from './quickbooks/intuit-schemas.ts'
import type { Exchange } from './recording/exchange.ts'

/** The check can fail: each exchange here is wrong in one thing, beside one in which nothing is. */
const folder = contractsFolder('qbo')

const line = {
  Amount: 12.5,
  DetailType: 'AccountBasedExpenseLineDetail',
  AccountBasedExpenseLineDetail: { AccountRef: { value: '7' } },
}
const bill = {
  VendorRef: { value: '56' },
  TxnDate: '2026-03-01',
  DueDate: '2026-03-31',
  DocNumber: 'INV-1',
  PrivateNote: 'From Foodrazor',
  APAccountRef: { value: '33' },
  Line: [line],
}
const fault = { Message: 'Stale Object Error', Detail: 'Stale', code: '5010', element: '' }

function sent(body: object, query = 'minorversion=75&requestid=one'): Exchange {
  return {
    ledger: 'quickbooks',
    during: 'tests/contract/some.test.ts',
    method: 'POST',
    path: '/v3/company/1/bill',
    query,
    request: {
      headers: { accept: 'application/json', authorization: 'Bearer hidden' },
      body: JSON.stringify(body),
    },
    answer: null,
  }
}

function answered(status: number, body: object): Exchange {
  const headers = { 'content-type': 'application/json', intuit_tid: '1' }
  return { ...sent(bill), answer: { status, headers, body: JSON.stringify(body) } }
}

function asked(grant: string): Exchange {
  const headers = {
    accept: 'application/json',
    authorization: 'Basic hidden',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const body = `grant_type=${grant}&refresh_token=hidden`
  return { ...sent({}, ''), path: '/oauth2/v1/tokens/bearer', request: { headers, body } }
}

const sound: [string, Exchange][] = [
  ['a bill', sent(bill)],
  ['a refusal', answered(400, { Fault: { Error: [fault], type: 'ValidationFault' } })],
  ['a request for tokens', asked('refresh_token')],
]
const wrong: [string, Exchange, RegExp][] = [
  ['an unknown property', sent({ ...bill, Colour: 'blue' }), /Colour/],
  ['an amount that is a text', sent({ ...bill, Line: [{ ...line, Amount: '12.50' }] }), /not a number/],
  ['a day that is none', sent({ ...bill, TxnDate: '1 March' }), /TxnDate/],
  ['a missing vendor', sent({ ...bill, VendorRef: undefined }), /VendorRef\.value is missing/],
  ['too long a number', sent({ ...bill, DocNumber: 'x'.repeat(22) }), /longer than 21/],
  ['an update without its version', sent({ ...bill, Id: '9' }), /SyncToken is missing/],
  ['another minor version', sent(bill, 'minorversion=70&requestid=one'), /minorversion=75/],
  ['a write without a requestid', sent(bill, 'minorversion=75'), /without a requestid/],
  ['a fault without a code', answered(400, { Fault: { Error: [{ ...fault, code: undefined }] } }), /code/],
  ['a refusal without a fault', answered(400, {}), /names no fault/],
  ['an unknown grant', asked('password'), /grant_type/],
]

function problemsOf(exchange: Exchange): string {
  return checkQuickbooks(readIntuitSchemas(folder ?? ''), exchange)
    .map(({ problem }) => problem)
    .join('\n')
}

const missing = 'there is no folder “qbo”, neither in CONTRACTS_DIR nor in a shared/data'

test.for(sound)('finds nothing wrong with %s', ([, exchange], { skip }) => {
  if (folder === null) skip(missing)
  expect(problemsOf(exchange)).toBe('')
})

test.for(wrong)('finds %s', ([, exchange, problem], { skip }) => {
  if (folder === null) skip(missing)
  expect(problemsOf(exchange)).toMatch(problem)
})
