import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CreditNote, Invoice, LineAmountTypes, type XeroClient } from 'xero-node'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { rejection, sdkClient } from './sdk-client.ts'

let sandbox: RunningSandbox
let client: XeroClient
let tenant: string
let contactID: string

beforeAll(async () => {
  sandbox = await runSandbox({ clock: () => new Date() })
  client = await sdkClient(sandbox)
  const organisation = sandbox.organisation('Harbour')
  tenant = organisation.tenantId
  contactID = found(organisation.contacts[0]).contactId
})
afterAll(() => sandbox.close())

const bill = (invoiceNumber: string, over: Partial<Invoice> = {}): Invoice => ({
  type: Invoice.TypeEnum.ACCPAY,
  contact: { contactID },
  invoiceNumber,
  date: '2026-03-01',
  dueDate: '2026-03-31',
  lineAmountTypes: LineAmountTypes.Exclusive,
  status: Invoice.StatusEnum.DRAFT,
  url: `https://app.example/${invoiceNumber}`,
  lineItems: [
    { description: 'Romaine', quantity: 3, unitAmount: 1.2345, accountCode: '310', taxType: 'INPUTY24' },
  ],
  ...over,
})

describe('the official SDK', () => {
  it('signs in through the consent page and verifies the id token', () => {
    expect(client.readTokenSet().claims()).toMatchObject({ email: 'admin@example.com' })
  })

  it('renews its tokens', async () => {
    const before = client.readTokenSet().refresh_token
    await client.refreshToken()
    expect(client.readTokenSet().refresh_token).not.toBe(before)
  })

  it('reads the organisation, accounts, tax rates, contacts, tracking and currencies', async () => {
    const api = client.accountingApi
    expect((await api.getOrganisations(tenant)).body.organisations?.[0]).toMatchObject({
      name: 'Harbour Street Kitchen Pte Ltd',
      baseCurrency: 'SGD',
    })
    const accounts = found((await api.getAccounts(tenant)).body.accounts)
    expect(accounts.find(account => account.code === '319')?.status).toBe('ARCHIVED')
    const rates = found((await api.getTaxRates(tenant)).body.taxRates)
    expect(rates.find(rate => rate.taxType === 'INPUTY24')).toMatchObject({
      effectiveRate: 9,
      canApplyToExpenses: true,
      canApplyToRevenue: false,
    })
    const contacts = found((await api.getContacts(tenant)).body.contacts)
    expect(contacts[0]).toMatchObject({ contactID, name: 'Green Acre Produce' })
    const tracking = found((await api.getTrackingCategories(tenant)).body.trackingCategories)
    expect(tracking[0]?.options?.length).toBeGreaterThan(1)
    expect((await api.getCurrencies(tenant)).body.currencies?.map(one => String(one.code))).toEqual([
      'SGD',
      'MYR',
    ])
  })

  it('creates bills and says of each how it fared', async () => {
    const wrong = bill('S2', { lineItems: [{ description: 'x', unitAmount: 1, accountCode: '999' }] })
    const { body } = await client.accountingApi.createInvoices(
      tenant,
      { invoices: [bill('S1'), wrong] },
      false,
      4,
      'sdk-1',
    )
    expect(body.invoices?.map(one => one.statusAttributeString)).toEqual(['OK', 'ERROR'])
    expect(body.invoices?.[0]).toMatchObject({ subTotal: 3.7, totalTax: 0.33, total: 4.03 })
    expect(body.invoices?.[1]?.validationErrors?.[0]?.message).toContain('is not a valid code')
  })

  it('finds them again by number, contact and its own making, dates as dates', async () => {
    const { body } = await client.accountingApi.getInvoices(
      tenant,
      undefined,
      undefined,
      undefined,
      undefined,
      ['S1'],
      [contactID],
      undefined,
      1,
      undefined,
      true,
    )
    const one = found(body.invoices?.[0])
    expect(one).toMatchObject({ invoiceNumber: 'S1', url: 'https://app.example/S1' })
    expect(new Date(found(one.date)).toISOString()).toBe('2026-03-01T00:00:00.000Z')
    expect(one.lineItems?.[0]?.lineAmount).toBe(3.7)
  })

  it('lists what changed since a moment', async () => {
    const since = async (at: Date) =>
      (await client.accountingApi.getInvoices(tenant, at)).body.invoices?.length
    expect(await since(new Date(Date.now() - 60_000))).toBe(1)
    expect(await since(new Date(Date.now() + 60_000))).toBe(0)
  })

  it('updates a bill by its id', async () => {
    const made = await client.accountingApi.createInvoices(tenant, { invoices: [bill('U1')] }, false)
    const invoiceID = found(made.body.invoices?.[0]?.invoiceID)
    const change = { invoices: [{ ...bill('U1-B'), invoiceID }] }
    const { body } = await client.accountingApi.updateOrCreateInvoices(tenant, change, false)
    expect(body.invoices?.[0]).toMatchObject({ invoiceID, invoiceNumber: 'U1-B' })
  })

  it('creates a credit note', async () => {
    const { invoiceNumber, type, status, url, ...rest } = bill('C1')
    const note: CreditNote = {
      ...rest,
      type: CreditNote.TypeEnum.ACCPAYCREDIT,
      creditNoteNumber: 'C1',
      status: CreditNote.StatusEnum.DRAFT,
    }
    const { body } = await client.accountingApi.createCreditNotes(tenant, { creditNotes: [note] }, false)
    expect(body.creditNotes?.[0]).toMatchObject({ creditNoteNumber: 'C1', statusAttributeString: 'OK' })
  })

  it('creates a contact, attaches a file and leaves a note', async () => {
    const api = client.accountingApi
    const made = await api.createContacts(tenant, { contacts: [{ name: 'New Farm' }] }, false)
    expect(made.body.contacts?.[0]?.contactID).toMatch(/^[0-9a-f-]{36}$/)
    const { body } = await api.createInvoices(tenant, { invoices: [bill('F1')] }, false)
    const id = found(body.invoices?.[0]?.invoiceID)
    const file = Buffer.from('%PDF-1.4')
    const attached = await api.createInvoiceAttachmentByFileName(tenant, id, 'scan.pdf', file)
    expect(attached.body.attachments?.[0]).toMatchObject({ fileName: 'scan.pdf', contentLength: 8 })
    await api.createInvoiceHistory(tenant, id, { historyRecords: [{ details: 'Hello' }] })
    const history = await api.getInvoiceHistory(tenant, id)
    expect(history.body.historyRecords?.[0]?.details).toBe('Hello')
  })

  it('rejects with the refusal of a summarised batch', async () => {
    const wrong = bill('S3', { contact: {} })
    const refused = await rejection(client.accountingApi.createInvoices(tenant, { invoices: [wrong] }))
    expect(refused.response.statusCode).toBe(400)
    expect(refused.body).toMatchObject({
      ErrorNumber: 10,
      Elements: [
        { ValidationErrors: [{ Message: 'A Contact must be specified for this type of transaction' }] },
      ],
    })
  })

  it('rejects with status 404 for an unknown id, and 0 for a dropped answer', async () => {
    const unknown = client.accountingApi.getInvoice(tenant, '11111111-1111-4111-8111-111111111111')
    expect((await rejection(unknown)).response.statusCode).toBe(404)
    await sandbox.control('POST', '/faults', { fault: { kind: 'drop-after-commit' } })
    const dropped = client.accountingApi.createInvoices(tenant, { invoices: [bill('D1')] }, false)
    expect((await rejection(dropped)).response.statusCode).toBe(0)
    expect(sandbox.organisation('Harbour').documents.map(one => one.number)).toContain('D1')
  })
})
