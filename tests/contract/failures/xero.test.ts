import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { aDetail, aLine } from '#tests/builders/invoice.ts'
import { stopApps } from '#tests/unit/background/an-app.ts'
import { type QuickbooksServer, quickbooksServer } from '../server/quickbooks-server.ts'
import { type Kitchen, openKitchen } from './kitchen.ts'

/* Every row of facts/errors.md that Xero can answer: provoked, explained, mended by its fix, and gone. */

let at: QuickbooksServer
let kitchen: Kitchen
let organisation: string

beforeAll(async () => {
  at = await quickbooksServer()
  await at.sandbox.control('PATCH', '/limits', { minute: 10_000 })
  organisation = `/organisations/${at.tenant}`
}, 60_000)
afterAll(() => at?.close())
beforeEach(async () => {
  await atXero('DELETE', '/faults')
  kitchen = await openKitchen(at, 'xero')
})
afterEach(stopApps)

/** Does to the sandbox what a person or a plan does at Xero. */
async function atXero(method: string, path: string, body?: unknown) {
  const answer = await at.sandbox.control(method, path, body)
  if (!answer.ok) throw new Error(await answer.text())
}

/** Xero answers the next creation with these words, whatever it holds. */
const refuses = (message: string, method = 'PUT') =>
  atXero('POST', '/faults', {
    match: { method, path: '/Invoices$' },
    times: 1,
    fault: {
      kind: 'status',
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ErrorNumber: 10,
        Type: 'ValidationException',
        Message: 'A validation exception occurred',
        Elements: [{ ValidationErrors: [{ Message: message }] }],
      }),
    },
  })

const edited = (price: string) => ({
  revision: 'r2',
  detailRevision: 'r2',
  detail: aDetail({ lines: [aLine('Romaine', { group: 'Vegetables', unitPrice: price })] }),
})

/** Exports an invoice and gives the id of its bill. */
async function exported(number: string): Promise<string> {
  await kitchen.sees(number)
  await kitchen.clicks(number, 'export')
  await kitchen.isExported(number)
  const [bill] = await at.bills(number)
  if (!bill) throw new Error('There is no bill')
  return bill.id
}

it.each([
  ['AUTHORISED', 'approved'],
  ['PAID', 'paid'],
])('1: a bill that was changed to %s is accepted as it is', async (status, billState) => {
  const number = `R1-${status}`
  const bill = await exported(number)
  await atXero('PATCH', `${organisation}/bills/${bill}`, { status: 'AUTHORISED' })
  if (status === 'PAID') await atXero('PATCH', `${organisation}/bills/${bill}`, { status: 'PAID' })
  await kitchen.sees(number, edited('6.00'))
  await kitchen.fails(number, 'invalid-modification')
  expect((await kitchen.assessment(number))?.reasons[1]).toMatchObject({ kind: 'edited-since', billState })
  await kitchen.clicks(number, 'accept-as-is')
  await kitchen.isExported(number)
})

it('2: a bill that was paid while it was a draft to us is accepted as it is', async () => {
  await exported('R2')
  await refuses('This document cannot be edited as it has a payment or credit note allocated to it.', 'POST')
  await kitchen.sees('R2', edited('6.00'))
  await kitchen.fails('R2', 'payment-allocated')
  await kitchen.clicks('R2', 'accept-as-is')
  await kitchen.isExported('R2')
})

it('1: a bill that was deleted is unlinked, and a new one is made', async () => {
  const bill = await exported('R1-D')
  await atXero('PATCH', `${organisation}/bills/${bill}`, { status: 'DELETED' })
  await kitchen.sees('R1-D', edited('6.00'))
  await kitchen.fails('R1-D', 'invalid-modification')
  await kitchen.clicks('R1-D', 'unlink')
  await kitchen.isExported('R1-D')
  const standing = (await at.bills('R1-D')).filter(({ status }) => status !== 'DELETED')
  expect(standing).toMatchObject([{ status: 'DRAFT', total: '13.08' }])
})

it('3: an account that was archived: its group is mapped to another', async () => {
  await kitchen.sees('R3')
  await atXero('PATCH', `${organisation}/accounts/310`, { status: 'ARCHIVED' })
  await kitchen.clicks('R3', 'export')
  await kitchen.fails('R3', 'account-archived')
  await kitchen.maps('311')
  await kitchen.clicks('R3', 'retry')
  await kitchen.isExported('R3')
  await atXero('PATCH', `${organisation}/accounts/310`, { status: 'ACTIVE' })
})

it.each([
  [4, 'account-not-valid', "Account code '310' is not a valid code for this document."],
  [5, 'tax-not-allowed', 'The TaxType code INPUTY24 cannot be used with account code 310.'],
  [6, 'account-missing', 'Account code or ID must be specified'],
  [7, 'tax-rate-inactive', 'Tax rate must be Active'],
  [9, 'contact-not-found', 'An existing contact could not be found for the specified criteria'],
  [
    10,
    'period-locked',
    'The document date cannot be before the end of year lock date, currently set at 31 Dec 2025',
  ],
  [11, 'currency-not-enabled', 'Organisation is not subscribed to currency THB'],
  [12, 'tracking-not-valid', 'The tracking option is not valid or was archived'],
  [13, 'approval-limit', 'You have reached your invoice approval limit'],
  [16, 'line-total', 'The line total 10.00 does not match the expected line total 10.01'],
])('%i: %s is told by its own words, put right there and tried again', async (row, code, words) => {
  const number = `R${row}-words`
  await refuses(words)
  await kitchen.sees(number)
  await kitchen.clicks(number, 'export')
  await kitchen.fails(number, code)
  await kitchen.clicks(number, 'retry')
  await kitchen.isExported(number)
  expect(await at.bills(number)).toHaveLength(1)
})

it('8: a supplier that was archived is restored there', async () => {
  await exported('R8-before')
  const contact = await contactNamed('Green Valley Produce')
  await kitchen.sees('R8')
  await atXero('PATCH', `${organisation}/contacts/${contact}`, { status: 'ARCHIVED' })
  await kitchen.clicks('R8', 'export')
  await kitchen.fails('R8', 'contact-archived')
  await atXero('PATCH', `${organisation}/contacts/${contact}`, { status: 'ACTIVE' })
  await kitchen.clicks('R8', 'retry')
  await kitchen.isExported('R8')
})

it('14: a connection that has ended is one incident; the exports wait and none turns red', async () => {
  await kitchen.sees('R14-a')
  await kitchen.sees('R14-b')
  await atXero('POST', '/revoke')
  await kitchen.clicks('R14-a', 'export')
  await kitchen.clicks('R14-b', 'export')
  await vi.waitFor(
    async () => {
      for (const number of ['R14-a', 'R14-b']) {
        expect(await kitchen.assessment(number)).toMatchObject({
          status: 'exporting',
          reasons: [{ kind: 'waiting', why: 'reconnect' }],
          fixes: [{ kind: 'reconnect' }],
        })
      }
    },
    { timeout: 20_000 },
  )
  await kitchen.clicks('R14-a', 'reconnect')
  await kitchen.isExported('R14-a')
  await kitchen.isExported('R14-b')
})

it('15: a rate limit is waited for, and goes by itself', async () => {
  const headers = { 'Retry-After': '1', 'X-Rate-Limit-Problem': 'minute' }
  const match = { method: 'PUT', path: '/Invoices$' }
  await atXero('POST', '/faults', { match, times: 1, fault: { kind: 'status', status: 429, headers } })
  await kitchen.sees('R15')
  await kitchen.clicks('R15', 'export')
  await kitchen.isExported('R15')
})

it('17: a file that is refused leaves the bill green, and is tried again alone', async () => {
  const body = JSON.stringify({
    ErrorNumber: 10,
    Type: 'ValidationException',
    Message: 'The attachment type is not supported.',
  })
  const match = { path: '/Attachments/' }
  const headers = { 'content-type': 'application/json' }
  await atXero('POST', '/faults', { match, times: 1, fault: { kind: 'status', status: 400, headers, body } })
  const lines = [aLine('Romaine', { group: 'Vegetables' })]
  const file = { name: 'scan.pdf', url: 'data:application/pdf;base64,JVBERi0xLjQ=' }
  await kitchen.sees('R17', { detail: aDetail({ lines, file }) })
  await kitchen.clicks('R17', 'export')
  await vi.waitFor(
    async () =>
      expect(await kitchen.assessment('R17')).toMatchObject({
        status: 'exported',
        reasons: [{ kind: 'bill-stands' }, { kind: 'file-refused', failure: { code: 'attachment-refused' } }],
      }),
    { timeout: 20_000 },
  )
  await kitchen.clicks('R17', 'retry-file')
  await vi.waitFor(
    async () => expect((await kitchen.assessment('R17'))?.reasons).toMatchObject([{ kind: 'bill-stands' }]),
    { timeout: 20_000 },
  )
})

it('28: an answer that was lost is looked up, and nothing is made twice', async () => {
  const match = { method: 'PUT', path: '/Invoices$' }
  await atXero('POST', '/faults', { match, times: 1, fault: { kind: 'drop-after-commit' } })
  await kitchen.sees('R28')
  await kitchen.clicks('R28', 'export')
  await kitchen.isExported('R28')
  expect(await at.bills('R28')).toHaveLength(1)
})

it('an answer that nobody knows is shown in its own words, and tried again', async () => {
  await refuses('The moon is in the wrong house')
  await kitchen.sees('R0')
  await kitchen.clicks('R0', 'export')
  await kitchen.fails('R0', 'unknown')
  expect(JSON.stringify(await kitchen.assessment('R0'))).toContain('The moon is in the wrong house')
  await kitchen.clicks('R0', 'retry')
  await kitchen.isExported('R0')
})

async function contactNamed(name: string): Promise<string> {
  const found = at.sandbox.organisation('Harbour').contacts.find(contact => contact.name === name)
  if (!found) throw new Error(`Xero knows no ${name}`)
  return found.contactId
}
