import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient, bill } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

it.each<[sentence: string, over: Record<string, unknown>, error: string]>([
  ['a property nobody knows', { Total: 3 }, '2010 Property Name:Total specified is unsupported'],
  ['a date that is none', { TxnDate: '1 March' }, '2010 TxnDate'],
])('refuses %s', async (_, over, error) => {
  const answer = await client.enter(over)
  expect(refusal(answer.body)).toContain(error)
  expect([answer.status, client.company.transactions.length]).toEqual([400, 0])
})

it('takes two bills without a number', async () => {
  const unnumbered = { DocNumber: undefined }
  expect([(await client.enter(unnumbered)).status, (await client.enter(unnumbered)).status]).toEqual([
    200, 200,
  ])
})

describe('a number used before', () => {
  it('is free again once that bill is deleted', async () => {
    const { Id } = bill(await client.enter())
    await client.call('POST', '/bill?operation=delete', { Id, SyncToken: '0' })
    expect((await client.enter()).status).toBe(200)
  })

  it('may be used by another vendor, unless the company is set otherwise', async () => {
    const other = { VendorRef: { value: found(client.company.vendors[1]).id } }
    await client.enter()
    await sandbox.control('PATCH', '/settings', { duplicateNumbers: 'per-company' })
    expect(refusal((await client.enter(other)).body)).toContain('6140')
    await sandbox.control('PATCH', '/settings', { duplicateNumbers: 'per-vendor' })
    expect((await client.enter(other)).status).toBe(200)
  })
})
