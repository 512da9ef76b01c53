import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idempotencyRecords, type StoredAnswer } from '#sandbox/xero/accounting/idempotency-records.ts'
import { type AccountingClient, aBill, accountingClient } from './accounting-client.ts'
import { type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: AccountingClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await accountingClient(sandbox)
})
afterEach(() => sandbox.close())

const put = (key: string, InvoiceNumber = '1') =>
  client.call(
    'PUT',
    '/Invoices',
    { Invoices: [aBill(client.contactId, { InvoiceNumber })] },
    {
      'idempotency-key': key,
    },
  )
const bills = () => client.organisation.documents.length

describe('an Idempotency-Key', () => {
  it('lets a repetition that arrives while the first is still running wait for its answer', async () => {
    const records = idempotencyRecords(() => sandbox.clock.now)
    const { promise, resolve } = Promise.withResolvers<StoredAnswer>()
    const first = records.once('k', 'same', () => promise)
    const second = records.once('k', 'same', () => Promise.reject(new Error('Ran twice')))
    const answer = { status: 200, contentType: 'application/json', body: '{}' }
    resolve(answer)
    expect(await Promise.all([first, second])).toEqual([
      { answer, repeated: false },
      { answer, repeated: true },
    ])
  })

  it('refuses another request under the same key', async () => {
    await put('k')
    const other = await put('k', '2')
    expect([other.status, other.body.Type]).toEqual([400, 'ValidationException'])
    expect(bills()).toBe(1)
  })

  it('belongs to one organisation', async () => {
    await put('k')
    const orchard = await accountingClient(sandbox, 'Orchard')
    const bill = { Invoices: [aBill(orchard.contactId)] }
    expect((await orchard.call('PUT', '/Invoices', bill, { 'idempotency-key': 'k' })).status).toBe(200)
    expect(orchard.organisation.documents).toHaveLength(1)
  })

  it('remembers a refusal as well', async () => {
    const broken = { Invoices: [{ Type: 'ACCPAY' }] }
    const call = () => client.call('PUT', '/Invoices', broken, { 'idempotency-key': 'k' })
    const [first, second] = [await call(), await call()]
    expect([first.status, second.text]).toEqual([400, first.text])
  })
})
