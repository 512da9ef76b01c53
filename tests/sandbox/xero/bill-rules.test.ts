import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient, aLine } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { type Item, messages } from './wire.ts'

let sandbox: RunningSandbox
let client: AccountingClient
beforeEach(async () => {
  sandbox = await runSandbox({ archived: ['Blue Pier Fish'], limits: { minute: 1000 } })
  client = await accountingClient(sandbox)
})
afterEach(() => sandbox.close())

const put = async (over: Record<string, unknown>, query = 'summarizeErrors=false'): Promise<Item> => {
  const answer = await client.call('PUT', `/Invoices?${query}`, {
    Invoices: [aBill(client.contactId, over)],
  })
  return found(answer.body.Invoices[0])
}
const line = (over: Record<string, unknown>) => ({ LineItems: [aLine(over)] })

describe('refuses, in the words of the API', () => {
  const cases: [sentence: string, over: Record<string, unknown>, error: string][] = [
    ['a bill without a contact', { Contact: undefined }, 'A Contact must be specified'],
    ['a bill without lines', { LineItems: [] }, 'One or more line items must be specified'],
    [
      'an unknown contact',
      { Contact: { ContactID: '11111111-1111-1111-1111-111111111111' } },
      'An existing contact could not be found',
    ],
    [
      'an archived contact by its name',
      { Contact: { Name: 'Old Quay Provisions (closed)' } },
      'The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API.',
    ],
    [
      'a currency the organisation does not have',
      { CurrencyCode: 'USD' },
      'Organisation is not subscribed to currency USD',
    ],
    [
      'an account that is not there',
      line({ AccountCode: '999' }),
      "Account code '999' is not a valid code for this document",
    ],
    [
      'the accounts payable account',
      line({ AccountCode: '800', TaxType: 'NONE' }),
      "Account code '800' is not a valid code for this document",
    ],
    [
      'a bank account',
      line({ AccountCode: '090', TaxType: 'NONE' }),
      "Account code '090' is not a valid code for this document",
    ],
    [
      'an archived account',
      line({ AccountCode: '319' }),
      "Account code '319' has been archived, or deleted.",
    ],
    [
      'a sales tax on an expense account',
      line({ TaxType: 'OUTPUTY24' }),
      "The TaxType code 'OUTPUTY24' cannot be used with account code '310'.",
    ],
    ['a tax type nobody knows', line({ TaxType: 'X' }), 'The TaxType code X does not exist'],
    ['an archived tax rate', line({ TaxType: 'INPUT' }), 'Tax rate must be Active'],
    [
      'a line total that is not quantity times price',
      line({ Quantity: 20, UnitAmount: 5, LineAmount: 1 }),
      'The line total 1.00 does not match the expected line total 100.00',
    ],
    [
      'more tax than the line amounts to',
      line({ TaxAmount: 10.01 }),
      'The tax amount 10.01 is greater than the line amount 10.00',
    ],
    [
      'an option of tracking that is not there',
      line({ Tracking: [{ Name: 'Outlet', Option: 'Moon' }] }),
      'Invalid tracking category or option',
    ],
    ['a discount on a bill', line({ DiscountRate: 5 }), 'Discounts are only supported'],
    [
      'a negative total',
      line({ UnitAmount: -5 }),
      'The Total for this document must be greater than or equal to zero.',
    ],
    ['a number of 256 characters', { InvoiceNumber: 'x'.repeat(256) }, 'must not be more than 255'],
    [
      'to approve without an account',
      { Status: 'AUTHORISED', ...line({ AccountCode: undefined }) },
      'Account code or ID must be specified',
    ],
    ['to submit without a due date', { Status: 'SUBMITTED', DueDate: undefined }, 'Due Date cannot be empty'],
    ['a bill that begins paid', { Status: 'PAID' }, 'Invoice not of valid status for modification'],
  ]

  it.each(cases)('%s', async (_, over, error) => {
    const refused = await put(over)
    expect(messages(refused).join('\n')).toContain(error)
    expect(refused).toMatchObject({
      InvoiceID: '00000000-0000-0000-0000-000000000000',
      StatusAttributeString: 'ERROR',
      HasErrors: true,
    })
    expect(client.organisation.documents).toHaveLength(0)
  })
})

describe('takes', () => {
  it('a draft without a due date and without an account', async () => {
    const bill = await put({ DueDate: undefined, ...line({ AccountCode: undefined, TaxType: undefined }) })
    expect(bill).toMatchObject({ Status: 'DRAFT', StatusAttributeString: 'OK', Total: 10, TotalTax: 0 })
  })

  it('a number of 255 characters, and the same number twice', async () => {
    const InvoiceNumber = 'x'.repeat(255)
    const ids = [await put({ InvoiceNumber }), await put({ InvoiceNumber })].map(bill => bill.InvoiceID)
    expect(new Set(ids).size).toBe(2)
  })

  it('a new contact by its name, once', async () => {
    const contact = { Contact: { Name: 'New Farm' } }
    const [one, other] = [await put(contact), await put({ ...contact, Contact: { Name: 'new farm' } })]
    expect(one.Contact?.ContactID).toBe(other.Contact?.ContactID)
  })

  it('a name next to a contact id as a new name for that contact', async () => {
    await put({ Contact: { ContactID: client.contactId, Name: 'Renamed' } })
    expect(client.organisation.contacts[0]?.name).toBe('Renamed')
  })

  it('two lines of tracking by id, and gives back their names', async () => {
    const category = found(client.organisation.tracking[0])
    const option = found(category.options[1])
    const bill = await put(
      line({ Tracking: [{ TrackingCategoryID: category.categoryId, TrackingOptionID: option.optionId }] }),
    )
    expect(bill.LineItems?.[0]?.Tracking?.[0]?.Option).toBe('Orchard Noodle House')
  })

  it('a foreign currency at the rate of the day', async () => {
    const euro = await accountingClient(sandbox, 'Canal House')
    const bill = aBill(euro.contactId, { CurrencyCode: 'NOK', ...line({ TaxType: 'TAX001' }) })
    const answer = await euro.call('PUT', '/Invoices', { Invoices: [bill] })
    expect(answer.body.Invoices[0]).toMatchObject({ CurrencyCode: 'NOK', CurrencyRate: 11.6, Total: 12.5 })
  })
})

describe('lock dates', () => {
  const locks = { endOfYear: '2025-12-31', period: '2026-02-28' }
  beforeEach(async () => {
    await sandbox.control('POST', `/organisations/${client.organisation.tenantId}/lock-dates`, locks)
  })

  it.each([
    [
      '2025-12-31',
      'The document date cannot be before the end of year lock date, currently set at 31-Dec-2025',
    ],
    ['2026-02-28', 'The document date cannot be before the period lock date, currently set at 28-Feb-2026'],
  ])('refuse an approved bill of %s', async (date, error) => {
    expect(messages(await put({ Status: 'AUTHORISED', Date: date }))).toEqual([error])
  })

  it('let a draft through that then cannot be approved', async () => {
    const draft = await put({ Date: '2026-02-01' })
    expect(draft.Status).toBe('DRAFT')
    const answer = await client.call('POST', `/Invoices/${draft.InvoiceID}`, { Status: 'AUTHORISED' })
    expect(messages(answer.body.Elements[0]).join()).toContain('period lock date')
  })
})
