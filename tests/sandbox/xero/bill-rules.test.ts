import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient, aLine } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import type { Item } from './wire.ts'

let sandbox: RunningSandbox
let client: AccountingClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await accountingClient(sandbox)
})
afterEach(() => sandbox.close())

const put = async (over: Record<string, unknown>): Promise<Item> => {
  const answer = await client.call('PUT', '/Invoices', {
    Invoices: [aBill(client.contactId, over)],
  })
  return found(answer.body.Invoices[0])
}
const line = (over: Record<string, unknown>) => ({ LineItems: [aLine(over)] })

describe('takes', () => {
  it('a new contact by its name, once', async () => {
    const contact = { Contact: { Name: 'New Farm' } }
    const [one, other] = [await put(contact), await put({ ...contact, Contact: { Name: 'new farm' } })]
    expect(one.Contact?.ContactID).toBe(other.Contact?.ContactID)
  })

  it('two lines of tracking by id, and gives back their names', async () => {
    const category = found(client.organisation.tracking[0])
    const option = found(category.options[1])
    const bill = await put(
      line({ Tracking: [{ TrackingCategoryID: category.categoryId, TrackingOptionID: option.optionId }] }),
    )
    expect(bill.LineItems?.[0]?.Tracking?.[0]?.Option).toBe('Orchard Noodle House')
  })
})

it('refuses a body that is no JSON as a whole', async () => {
  const answer = await client.call('PUT', '/Invoices', '{"Invoices": [')
  expect([answer.status, answer.body.Type]).toEqual([400, 'PostDataInvalidException'])
})
