import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileWhere } from '#sandbox/xero/accounting/where.ts'
import { type AccountingClient, aBill, accountingClient } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: AccountingClient
let other: string

beforeAll(async () => {
  sandbox = await runSandbox({ limits: { minute: 1000 } })
  client = await accountingClient(sandbox)
  other = found(client.organisation.contacts[1]).contactId
  const bills = [
    aBill(client.contactId, { InvoiceNumber: 'A', Date: '2026-01-10' }),
    aBill(other, { InvoiceNumber: 'B', Date: '2026-02-10', Status: 'AUTHORISED' }),
    aBill(client.contactId, { InvoiceNumber: 'C', Date: '2026-03-10' }),
  ]
  await client.call('PUT', '/Invoices', { Invoices: bills })
  sandbox.clock.forward(10)
  const seeded = { by: 'Somebody', bill: aBill(client.contactId, { InvoiceNumber: 'D', Date: '2026-03-11' }) }
  await sandbox.control('POST', `/organisations/${client.organisation.tenantId}/bills`, seeded)
})
afterAll(() => sandbox.close())

const list = async (query: Record<string, string>, headers = {}): Promise<(string | undefined)[]> => {
  const answer = await client.call('GET', `/Invoices?${new URLSearchParams(query)}`, undefined, headers)
  expect(answer.status).toBe(200)
  return answer.body.Invoices.map(bill => bill.InvoiceNumber)
}

describe('a list of bills', () => {
  it('is searched by number and contact', async () => {
    expect(await list({ searchTerm: 'blue pier' })).toEqual(['B'])
  })

  it('is filtered by what changed since', async () => {
    const since = new Date(sandbox.clock.now.getTime() - 60_000).toISOString()
    expect(await list({}, { 'if-modified-since': since })).toEqual(['D'])
    expect(await list({}, { 'if-modified-since': new Date(since).toUTCString() })).toEqual(['D'])
  })

  it('is ordered', async () => {
    expect(await list({ order: 'Date DESC' })).toEqual(['D', 'C', 'B', 'A'])
  })

  it('refuses a filter that it cannot understand', async () => {
    const answer = await client.call('GET', `/Invoices?where=${encodeURIComponent('Status===1')}`)
    expect([answer.status, answer.body.Type]).toEqual([400, 'QueryParseException'])
  })
})

describe('a where filter', () => {
  const item = {
    Status: 'DRAFT',
    Total: 10.9,
    IsSupplier: true,
    Date: '/Date(1767225600000+0000)/',
    Contact: { ContactID: 'abc', Name: 'Green "Acre"' },
  }
  it.each([
    ['Status=="DRAFT"', true],
    ['Status!="DRAFT"', false],
    ['Status=="DRAFT" AND Total>10', true],
    ['Status=="PAID" OR Total<=10.9', true],
    ['(Status=="PAID" || Status=="DRAFT") && Total<10', false],
    ['Contact.ContactID==Guid("ABC")', true],
    ['Contact.Name=="Green \\"Acre\\""', true],
    ['Contact.Name.Contains("acre")', true],
    ['Contact.Name.StartsWith("Acre")', false],
    ['Date>=DateTime(2026, 01, 01)', true],
    ['Date<DateTime(2026,1,1)', false],
    ['IsSupplier', true],
    ['!IsSupplier', false],
    ['Url==null', true],
  ])('%s is %s', (where, expected) => {
    expect(compileWhere(where)(item)).toBe(expected)
  })
})
