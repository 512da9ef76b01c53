import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox({ suppliers: ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'] })
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

const create = (body: object) => client.call('POST', '/vendor', body)

describe('a vendor', () => {
  it('is created, read and updated', async () => {
    const created = found((await create({ DisplayName: 'New Farm', TaxIdentifier: 'M1' })).body.Vendor)
    expect(created).toMatchObject({
      DisplayName: 'New Farm',
      Active: true,
      SyncToken: '0',
      CurrencyRef: { value: 'SGD' },
      Balance: 0,
    })
    expect((await client.call('GET', `/vendor/${created.Id}`)).body.Vendor).toEqual(created)
    const updated = await create({ ...created, AcctNum: 'C-1' })
    expect(updated.body.Vendor).toMatchObject({ SyncToken: '1', TaxIdentifier: 'M1', AcctNum: 'C-1' })
    expect(refusal((await create(created)).body)).toContain('5010')
  })

  it('made inactive says so in its name, which is free again', async () => {
    const { Id, SyncToken } = found((await create({ DisplayName: 'New Farm' })).body.Vendor)
    const sparse = { Id, SyncToken, sparse: true, Active: false }
    expect((await create(sparse)).body.Vendor?.DisplayName).toBe('New Farm (deleted)')
    expect((await create({ DisplayName: 'New Farm' })).status).toBe(200)
  })

  it.each<[sentence: string, body: object, error: string]>([
    ['without a name', {}, '2020 Required parameter DisplayName is missing'],
    ['with a colon in its name', { DisplayName: 'New: Farm' }, '2040'],
    ['with a name that is too long', { DisplayName: 'x'.repeat(501) }, '2050'],
    ['in a currency of its own', { DisplayName: 'A', CurrencyRef: { value: 'NOK' } }, '6000'],
    ['with what nobody knows', { DisplayName: 'A', Nonsense: 1 }, '2010'],
  ])('is not created %s', async (_, body, error) => {
    const answer = await create(body)
    expect([answer.status, refusal(answer.body)]).toEqual([400, expect.stringContaining(error)])
  })

  it('bills in a currency of its own where the company has several', async () => {
    const dutch = await apiClient(sandbox, 'Canal')
    const body = { DisplayName: 'Nordfisk AS', CurrencyRef: { value: 'NOK' } }
    expect((await dutch.call('POST', '/vendor', body)).body.Vendor?.CurrencyRef?.value).toBe('NOK')
  })

  it('keeps its currency once something was entered for it', async () => {
    const dutch = await apiClient(sandbox, 'Canal')
    await dutch.enter()
    const vendor = found((await dutch.call('GET', `/vendor/${dutch.vendorId}`)).body.Vendor)
    const answer = await dutch.call('POST', '/vendor', { ...vendor, CurrencyRef: { value: 'NOK' } })
    expect(refusal(answer.body)).toContain('6000')
  })
})

describe('the seed', () => {
  it('leaves a supplier out and gives its name to a customer', () => {
    const { vendors, otherNames } = client.company
    expect(vendors.map(one => one.displayName)).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'Seven',
      'Old Quay Provisions (closed) (deleted)',
    ])
    expect(otherNames.map(one => one.displayName)).toEqual(['Six'])
  })

  it('is the same at every start', async () => {
    const again = await runSandbox({ suppliers: ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'] })
    const ids = (running: RunningSandbox) =>
      running.books.companies.map(({ realmId, accounts, vendors, taxCodes }) => [
        realmId,
        ...[...accounts, ...vendors, ...taxCodes].map(one => one.id),
      ])
    expect(ids(again)).toEqual(ids(sandbox))
    await again.close()
  })
})
