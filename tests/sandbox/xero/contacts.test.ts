import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: AccountingClient
beforeEach(async () => {
  sandbox = await runSandbox({ limits: { minute: 1000 } })
  client = await accountingClient(sandbox)
})
afterEach(() => sandbox.close())

const names = async (query = '') =>
  (await client.call('GET', `/Contacts${query}`)).body.Contacts.map(contact => contact.Name)

describe('contacts', () => {
  it('are listed without the archived ones unless asked for', async () => {
    expect(await names()).toEqual(['Green Acre Produce', 'Blue Pier Fish'])
    expect(await names('?includeArchived=true')).toContain('Old Quay Provisions (closed)')
    expect(await names('?searchTerm=pier')).toEqual(['Blue Pier Fish'])
    expect(await names('?where=Name=="Blue Pier Fish"')).toEqual(['Blue Pier Fish'])
    expect(await names('?page=2&pageSize=1')).toEqual(['Blue Pier Fish'])
    expect(await names(`?IDs=${client.contactId}`)).toEqual(['Green Acre Produce'])
  })

  it('are updated by POST, by id or by name', async () => {
    const byName = { Contacts: [{ Name: 'green acre produce', EmailAddress: 'orders@example.com' }] }
    const answer = await client.call('POST', '/Contacts', byName)
    expect(answer.body.Contacts[0]?.ContactID).toBe(client.contactId)
    const unknown = { Contacts: [{ ContactID: '11111111-1111-4111-8111-111111111111', Name: 'X' }] }
    expect((await client.call('POST', '/Contacts', unknown)).status).toBe(404)
  })
})

describe('a seed', () => {
  it('leaves some suppliers out, so that their contacts have to be made', async () => {
    const suppliers = Array.from({ length: 12 }, (_, index) => `Supplier ${index + 1}`)
    const seeded = await runSandbox({ suppliers })
    const kept = seeded.organisation('Harbour').contacts.map(contact => contact.name)
    await seeded.close()
    expect(suppliers.filter(name => !kept.includes(name))).toEqual(['Supplier 6', 'Supplier 12'])
  })

  it('gives the same ids at every start', async () => {
    const again = await runSandbox()
    const ids = again.books.organisations.map(one => [one.tenantId, one.accounts[0]?.accountId])
    await again.close()
    expect(ids).toEqual(sandbox.books.organisations.map(one => [one.tenantId, one.accounts[0]?.accountId]))
  })

  it('has a rate for every percentage the European suppliers print', () => {
    const rates = sandbox.organisation('Canal House').taxRates.filter(rate => rate.appliesTo.expenses)
    expect(new Set(rates.map(rate => rate.rate))).toEqual(new Set([0, 6, 9, 10, 12, 15, 21, 25]))
  })
})

describe('the history of a bill', () => {
  let path: string
  beforeEach(async () => {
    const { body } = await client.call('PUT', '/Invoices', { Invoices: [aBill(client.contactId)] })
    path = `/Invoices/${found(body.Invoices[0]?.InvoiceID)}`
  })
  it('holds the notes of apps', async () => {
    await client.call('PUT', `${path}/History`, { HistoryRecords: [{ Details: 'Sent by an app' }] })
    const { body } = await client.call('GET', `${path}/History`)
    expect(body.HistoryRecords.map(record => record.Details)).toEqual([
      'Sent by an app',
      'Bill 1001 for 10.90 SGD',
    ])
  })
})
