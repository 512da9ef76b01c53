import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient, aLine } from './accounting-client.ts'
import { answerSchemas } from './openapi/answer-schemas.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'

const schemaOf = answerSchemas()
let sandbox: RunningSandbox
let client: AccountingClient
let bill: string

beforeAll(async () => {
  sandbox = await runSandbox({ limits: { minute: 1000 } })
  client = await accountingClient(sandbox)
  const { tenantId } = client.organisation
  await sandbox.control('POST', `/organisations/${tenantId}/lock-dates`, { period: '2025-12-31' })
  const tracked = aLine({ Tracking: [{ Name: 'Outlet', Option: 'Central kitchen' }] })
  const { body } = await client.call('PUT', '/Invoices', {
    Invoices: [
      aBill(client.contactId, { Status: 'AUTHORISED', Url: 'https://a.example', LineItems: [tracked] }),
    ],
  })
  bill = found(body.Invoices[0]?.InvoiceID)
  await client.call('PUT', `/Invoices/${bill}/Attachments/a.pdf`, 'x')
  await sandbox.control('PATCH', `/organisations/${tenantId}/bills/${bill}`, { status: 'PAID' })
})
afterAll(() => sandbox.close())

const broken = (over: object = {}) =>
  aBill(client.contactId, { LineItems: [aLine({ AccountCode: '999', DiscountRate: 1 })], ...over })
const note = () => ({ ...aBill(client.contactId), Type: 'ACCPAYCREDIT', CreditNoteNumber: 'C1' })

it.each<[schema: string, what: string, method: string, path: () => string, body?: () => unknown]>([
  ['Organisations', 'the organisation', 'GET', () => '/Organisation'],
  ['Accounts', 'the accounts', 'GET', () => '/Accounts'],
  ['TaxRates', 'the tax rates', 'GET', () => '/TaxRates'],
  ['TrackingCategories', 'the tracking categories', 'GET', () => '/TrackingCategories'],
  ['Currencies', 'the currencies', 'GET', () => '/Currencies'],
  ['Contacts', 'the contacts', 'GET', () => '/Contacts?page=1&includeArchived=true'],
  ['Invoices', 'the bills, paged', 'GET', () => '/Invoices?page=1'],
  ['Invoices', 'the bills, as a summary', 'GET', () => '/Invoices?page=1&summaryOnly=true'],
  ['Invoices', 'one paid bill', 'GET', () => `/Invoices/${bill}`],
  [
    'Invoices',
    'a batch, each with its fate',
    'PUT',
    () => '/Invoices?summarizeErrors=false',
    () => ({ Invoices: [aBill(client.contactId), broken()] }),
  ],
  ['CreditNotes', 'a new credit note', 'PUT', () => '/CreditNotes', () => ({ CreditNotes: [note()] })],
  ['CreditNotes', 'the credit notes', 'GET', () => '/CreditNotes?page=1'],
  ['Contacts', 'a new contact', 'PUT', () => '/Contacts', () => ({ Contacts: [{ Name: 'New Farm' }] })],
  ['Attachments', 'the files of a bill', 'GET', () => `/Invoices/${bill}/Attachments`],
  ['HistoryRecords', 'the history of a bill', 'GET', () => `/Invoices/${bill}/History`],
])('answers %s (%s) as the official description has it', async (schema, _, method, path, body) => {
  const answer = await client.call(method, path(), body?.())
  expect(answer.status).toBe(200)
  const validate = schemaOf(schema)
  validate(JSON.parse(answer.text))
  expect(validate.errors ?? []).toEqual([])
})

it('notices a key that the official description does not have', () => {
  const validate = schemaOf('Invoices')
  expect(validate({ Invoices: [{ InvoiceNumberr: '1' }] })).toBe(false)
})
