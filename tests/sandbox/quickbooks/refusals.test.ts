import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, accountId, aLine, apiClient, bill, taxCode } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

type Over = (client: ApiClient) => Record<string, unknown>

const account = (number: string): Over => {
  return ({ company }) => ({ Line: [aLine(company, { AccountRef: { value: accountId(company, number) } })] })
}
const detail = (over: Record<string, unknown>): Over => {
  return ({ company }) => ({ Line: [aLine(company, over)] })
}
const inactiveVendor: Over = ({ company }) => ({
  VendorRef: { value: found(company.vendors.find(one => !one.active)).id },
})
const customer: Over = ({ company }) => ({ VendorRef: { value: found(company.otherNames[0]).id } })

describe('refuses, with the code and the words of the API', () => {
  const cases: [sentence: string, over: Over, error: string][] = [
    ['a bill without a vendor', () => ({ VendorRef: undefined }), '2020 Required parameter VendorRef'],
    ['a bill without lines', () => ({ Line: [] }), '2020 Required parameter Line is missing in the request'],
    [
      'a line without an account',
      detail({ AccountRef: undefined }),
      '2020 Required parameter AccountRef is missing',
    ],
    ['a property nobody knows', () => ({ Total: 3 }), '2010 Property Name:Total specified is unsupported'],
    ['a date that is none', () => ({ TxnDate: '1 March' }), '2010 TxnDate'],
    [
      'a vendor that is not there',
      () => ({ VendorRef: { value: '999' } }),
      '2500 Invalid Reference Id : Names element id 999 not found',
    ],
    ['a customer as vendor', customer, '2500 Invalid Reference Id : Names element id'],
    [
      'an inactive vendor',
      inactiveVendor,
      "610 Object Not Found : Something you're trying to use has been made",
    ],
    [
      'an account that is not there',
      detail({ AccountRef: { value: '999' } }),
      '2500 Invalid Reference Id : Accounts element id 999 not found',
    ],
    ['an inactive account', account('319'), '610 Object Not Found'],
    [
      'the Accounts Payable account on a line',
      account('800'),
      "6000 Business Validation Error: You can't use an Accounts Payable account on the detail portion of a Bill",
    ],
    [
      'the Accounts Receivable account on a line',
      account('610'),
      '6000 Business Validation Error: When you use',
    ],
    [
      'another account as Accounts Payable',
      ({ company }) => ({ APAccountRef: { value: accountId(company, '310') } }),
      '6430 Invalid account type',
    ],
    [
      'a class that is not there',
      detail({ ClassRef: { value: '99' } }),
      '2500 Invalid Reference Id : Klasses',
    ],
    [
      'a location that is not there',
      () => ({ DepartmentRef: { value: '99' } }),
      '2500 Invalid Reference Id : Depts',
    ],
    [
      'a tax code that is not there',
      detail({ TaxCodeRef: { value: 'TAX' } }),
      '2500 Invalid Reference Id : TaxCodes',
    ],
    [
      'a line without a tax code',
      detail({ TaxCodeRef: undefined }),
      '6000 Business Validation Error: Make sure all your transactions have a GST rate before you save.',
    ],
    [
      'an inactive tax code',
      ({ company }) => ({ Line: [aLine(company, { TaxCodeRef: taxCode(company, '8% SR') })] }),
      '610 Object Not Found',
    ],
    [
      'a tax code for sales only',
      ({ company }) => ({ Line: [aLine(company, { TaxCodeRef: taxCode(company, '0% ES33') })] }),
      '6470 Invalid Tax Rate',
    ],
    [
      'tax at a rate no line has',
      () => ({
        TxnTaxDetail: {
          TaxLine: [
            { Amount: 1, DetailType: 'TaxLineDetail', TaxLineDetail: { TaxRateRef: { value: '99' } } },
          ],
        },
      }),
      '6470 Invalid Tax Rate',
    ],
    [
      'a foreign currency without multicurrency',
      () => ({ CurrencyRef: { value: 'EUR' } }),
      '6000 Business Validation Error: Multi currency should be enabled',
    ],
    [
      'a number of 22 characters',
      () => ({ DocNumber: 'x'.repeat(22) }),
      "6000 Business Validation Error: You can't have more than 21 characters in doc_num",
    ],
    ['a memo of 4001 characters', () => ({ PrivateNote: 'x'.repeat(4001) }), '2050 String length specified'],
    [
      'a description of 4001 characters',
      ({ company }) => ({ Line: [aLine(company, {}, { Description: 'x'.repeat(4001) })] }),
      '2050 String length specified does not match the supported length. Min:0 Max:4000 supported. Supplied length:4001',
    ],
    [
      'a negative total',
      ({ company }) => ({ Line: [aLine(company, {}, { Amount: -10 })] }),
      '6000 Business Validation Error: Transaction amount must be 0 or greater.',
    ],
    ['an update of a bill that is not there', () => ({ Id: '99', SyncToken: '0' }), '610 Object Not Found'],
  ]

  it.each(cases)('%s', async (_, over, error) => {
    const answer = await client.enter(over(client))
    expect(refusal(answer.body)).toContain(error)
    expect([answer.status, answer.body.Fault?.type]).toEqual([400, 'ValidationFault'])
    expect(client.company.transactions).toHaveLength(0)
  })
})

describe('takes', () => {
  it.each<[sentence: string, over: Record<string, unknown>]>([
    ['a number of 21 characters', { DocNumber: 'x'.repeat(21) }],
    ['no number at all', { DocNumber: undefined }],
    ['a memo of 4000 characters', { PrivateNote: 'x'.repeat(4000) }],
  ])('%s', async (_, over) => {
    expect((await client.enter(over)).status).toBe(200)
  })

  it('two bills without a number', async () => {
    const unnumbered = { DocNumber: undefined }
    expect([(await client.enter(unnumbered)).status, (await client.enter(unnumbered)).status]).toEqual([
      200, 200,
    ])
  })

  it('a negative line among others', async () => {
    const Line = [aLine(client.company), aLine(client.company, {}, { Amount: -4 })]
    expect(bill(await client.enter({ Line })).TotalAmt).toBe(6.54)
  })

  it('a class on a line and a location on the bill, and gives their names back', async () => {
    const { classes, departments } = client.company
    const entered = bill(
      await client.enter({
        DepartmentRef: { value: found(departments[1]).id },
        Line: [aLine(client.company, { ClassRef: { value: found(classes[0]).id } })],
      }),
    )
    expect(entered).toMatchObject({ DepartmentRef: { name: 'Orchard Noodle House' } })
    expect(entered.Line?.[0]?.AccountBasedExpenseLineDetail?.ClassRef?.name).toBe('Kitchen')
  })
})

describe('a number used before', () => {
  it('is refused with the bill that has it', async () => {
    const first = bill(await client.enter())
    const second = await client.enter({ DocNumber: '1001' })
    expect(refusal(second.body)).toBe(
      `6140 Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1001 is assigned to TxnType=Bill with TxnId=${first.Id}`,
    )
  })

  it('is refused in other letters, and on an update, but not on the bill itself', async () => {
    await client.enter({ DocNumber: 'a1' })
    const { Id } = bill(await client.enter({ DocNumber: 'b1' }))
    expect(refusal((await client.enter({ DocNumber: 'A1' })).body)).toContain('6140')
    expect(refusal((await client.enter({ Id, SyncToken: '0', DocNumber: 'a1' })).body)).toContain('6140')
    expect((await client.enter({ Id, SyncToken: '0', DocNumber: 'b1' })).status).toBe(200)
  })

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

  it('passes where the app insists or the company does not mind', async () => {
    const first = bill(await client.enter())
    const { Id: _, SyncToken: __, ...copy } = first
    const insisting = await client.call('POST', '/bill?include=allowduplicatedocnum', copy)
    expect(insisting.status).toBe(200)
    await sandbox.control('PATCH', `/companies/${client.company.realmId}`, { refusesDuplicateNumbers: false })
    expect((await client.enter()).status).toBe(200)
  })
})

describe('closed books', () => {
  const close = (date: string | null) =>
    sandbox.control('POST', `/companies/${client.company.realmId}/close-date`, { date })

  it('refuse a new bill of a day up to the date, with 6210', async () => {
    await close('2026-03-01')
    expect(refusal((await client.enter()).body)).toMatch(/^6210 The account period has closed/)
    expect((await client.enter({ TxnDate: '2026-03-02' })).status).toBe(200)
  })

  it('refuse to change or delete what stands there, with 6200', async () => {
    const { Id } = bill(await client.enter())
    await close('2026-03-01')
    const moved = await client.enter({ Id, SyncToken: '0', TxnDate: '2026-03-05' })
    const deleted = await client.call('POST', '/bill?operation=delete', { Id, SyncToken: '0' })
    expect([refusal(moved.body), refusal(deleted.body)]).toEqual([
      expect.stringMatching(/^6200/),
      expect.stringMatching(/^6200/),
    ])
  })

  it('are announced in the preferences, and can be opened again', async () => {
    const date = async () =>
      JSON.parse((await client.call('GET', '/preferences')).text).Preferences.AccountingInfoPrefs
    await close('2026-03-01')
    expect((await date()).BookCloseDate).toBe('2026-03-01')
    await close(null)
    expect((await date()).BookCloseDate).toBeUndefined()
    expect((await client.enter()).status).toBe(200)
  })
})

describe('the plan', () => {
  const set = (change: object) => sandbox.control('PATCH', `/companies/${client.company.realmId}`, change)
  const classed: Over = ({ company }) => ({
    Line: [aLine(company, { ClassRef: { value: found(company.classes[0]).id } })],
  })
  const located: Over = ({ company }) => ({ DepartmentRef: { value: found(company.departments[0]).id } })
  const itemised: Over = () => ({
    Line: [{ Amount: 1, DetailType: 'ItemBasedExpenseLineDetail', ItemBasedExpenseLineDetail: {} }],
  })
  const plain: Over = () => ({})

  it.each<[plan: string, what: string, over: Over, answer: string | undefined]>([
    ['simple-start', 'a bill', plain, '5030 Feature Not Supported Error'],
    ['essentials', 'a bill', plain, undefined],
    ['essentials', 'a class', classed, '5030 Feature Not Supported Error'],
    ['essentials', 'a location', located, '5030 Feature Not Supported Error'],
    ['essentials', 'an item', itemised, '5030 Feature Not Supported Error'],
    ['plus', 'a class', classed, undefined],
    ['advanced', 'a location', located, undefined],
  ])('%s: %s', async (plan, _, over, answer) => {
    await set({ plan })
    const entered = refusal((await client.enter(over(client))).body)
    expect(entered).toEqual(answer === undefined ? undefined : expect.stringContaining(answer))
  })

  it('is named in the company’s facts', async () => {
    await set({ plan: 'essentials' })
    const { text } = await client.call('GET', `/companyinfo/${client.company.realmId}`)
    expect(JSON.parse(text).CompanyInfo.NameValue).toContainEqual({
      Name: 'OfferingSku',
      Value: 'QuickBooks Online Essentials',
    })
  })

  it('when it has ended lets everything be read and nothing be written: 6190', async () => {
    await set({ subscription: 'ended' })
    expect(refusal((await client.enter()).body)).toMatch(
      /^6190 Invalid Company Status : Subscription period has ended/,
    )
    expect((await client.query('select * from Account')).status).toBe(200)
  })

  it('shuts out an app whose person has no access any more: 120', async () => {
    await set({ access: 'none' })
    const refused = await client.query('select * from Account')
    expect([refused.status, refused.body.Fault?.type, refusal(refused.body)]).toEqual([
      403,
      'AuthorizationFault',
      expect.stringMatching(/^120 /),
    ])
  })
})
