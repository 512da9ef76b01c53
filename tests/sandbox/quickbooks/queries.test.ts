import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, aLine, apiClient, bill } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeAll(async () => {
  sandbox = await runSandbox({ suppliers: ["O'Hara & Sons", 'Blue Pier Fish', 'blue moon bakery'] })
  client = await apiClient(sandbox)
  for (const [index, amount] of [30, 10, 20].entries()) {
    await client.enter({
      DocNumber: `10${index}`,
      TxnDate: `2026-03-0${index + 1}`,
      VendorRef: { value: found(client.company.vendors[index]).id },
      Line: [aLine(client.company, {}, { Amount: amount })],
    })
    sandbox.clock.forward(1)
  }
})
afterAll(() => sandbox.close())

const numbers = async (rest: string): Promise<unknown> =>
  (await client.query(`select * from Bill ${rest}`)).body.QueryResponse?.Bill.map(one => one.DocNumber)

describe('a query', () => {
  it.each<[where: string, numbers: string[]]>([
    ['', ['100', '101', '102']],
    ["where DocNumber = '101'", ['101']],
    ["where DocNumber in ('100', '102')", ['100', '102']],
    ["where DocNumber like '10%' and TxnDate >= '2026-03-02'", ['101', '102']],
    ["where TotalAmt > '15' AND TotalAmt < 25", ['102']],
    ["where VendorRef = '2'", ['101']],
    ["where VendorRef in ('1')", ['100']],
    ["where MetaData.LastUpdatedTime > '2026-03-10T09:00:30Z'", ['101', '102']],
    ["where MetaData.CreateTime <= '2026-03-10T01:00:00-08:00'", ['100']],
    ['orderby TotalAmt', ['101', '102', '100']],
    ['ORDER BY TotalAmt DESC', ['100', '102', '101']],
    ['orderby TxnDate desc startposition 2 maxresults 1', ['101']],
    ['startposition 4', []],
    ["where Balance = '0'", []],
  ])('%s', async (rest, expected) => {
    expect(await numbers(rest)).toEqual(expected)
  })

  it('says where its page begins and how long it is', async () => {
    const { body } = await client.query('select * from Bill startposition 2 maxresults 10')
    expect(body.QueryResponse).toMatchObject({ startPosition: 2, maxResults: 2 })
  })

  it('finds nothing as an empty answer', async () => {
    const { text } = await client.query("select * from Bill where DocNumber = 'none'")
    expect(JSON.parse(text).QueryResponse).toEqual({})
  })

  it('counts', async () => {
    const { body } = await client.query("select count(*) from Bill where TotalAmt > '15'")
    expect(body.QueryResponse?.totalCount).toBe(2)
  })

  it('gives the named properties only, and says that the object is not whole', async () => {
    const { body } = await client.query("select DocNumber from Bill where DocNumber = '100'")
    expect(body.QueryResponse?.Bill).toEqual([{ domain: 'QBO', sparse: true, Id: '1', DocNumber: '100' }])
  })

  it('compares text without case', async () => {
    const like = await client.query("select * from Vendor where DisplayName like '%BLUE%'")
    expect(like.body.QueryResponse?.Vendor).toHaveLength(2)
  })

  it('leaves out what is inactive, unless it speaks of that', async () => {
    const old = async (rest: string) => {
      const { body } = await client.query(`select * from Account ${rest} maxresults 1000`)
      return body.QueryResponse?.Account.some(one => one.Name === 'Food purchases – old account (deleted)')
    }
    expect([
      await old(''),
      await old('where Active = false'),
      await old('where Active in (true, false)'),
    ]).toEqual([false, true, true])
  })

  it('may be sent as a text', async () => {
    const answer = await client.call('POST', '/query', 'select * from Term', {
      'content-type': 'application/text',
    })
    expect([answer.status, answer.text.includes('Net 30')]).toEqual([200, true])
  })

  it.each([
    ["select * from Bill where DocNumber != '1'", '4000'],
    ['select * Bill', '4000'],
    ['update Bill', '4000'],
    ['select * from Bill startposition 0', '4000'],
    ['select * from Nonsense', '4001'],
  ])('is refused: %s', async (text, error) => {
    const answer = await client.query(text)
    expect([answer.status, refusal(answer.body)]).toEqual([400, expect.stringContaining(error)])
  })

  it.each(['Account', 'Vendor', 'TaxCode', 'TaxRate', 'Class', 'Department', 'Bill', 'Term'])(
    'knows %s, and each can be read by its id',
    async entity => {
      const listed = JSON.parse((await client.query(`select * from ${entity}`)).text).QueryResponse[entity]
      const one = await client.call('GET', `/${entity.toLowerCase()}/${listed[0].Id}`)
      expect(JSON.parse(one.text)[entity]).toEqual(listed[0])
    },
  )
})

describe('the lists', () => {
  it('tell which rate a tax code has on purchases', async () => {
    const codes = (await client.query('select * from TaxCode')).body.QueryResponse?.TaxCode
    const rates = (await client.query('select * from TaxRate')).body.QueryResponse?.TaxRate
    const code = found(codes?.find(one => one.Name === '9% SR'))
    expect(code).toMatchObject({ PurchaseTaxRateList: { TaxRateDetail: [{ TaxRateRef: { value: '2' } }] } })
    expect(rates?.find(one => one.Id === '2')).toMatchObject({ Name: '9% SR (Purchases)', RateValue: 9 })
    const sales = found(codes?.find(one => one.Name === '0% ES33'))
    expect(sales).toMatchObject({ PurchaseTaxRateList: { TaxRateDetail: [] } })
  })

  it('tell kind and number of an account', async () => {
    const { body } = await client.query("select * from Account where AcctNum = '310'")
    expect(body.QueryResponse?.Account[0]).toMatchObject({
      Name: 'Food purchases – vegetables & fruit',
      AccountType: 'Cost of Goods Sold',
      Classification: 'Expense',
      AcctNum: '310',
      Active: true,
    })
  })

  it('tell what is owed to a vendor', async () => {
    const entered = bill(await client.enter({ DocNumber: '200' }))
    const { body } = await client.query(`select * from Vendor where Id = '${entered.VendorRef?.value}'`)
    expect(body.QueryResponse?.Vendor[0]?.Balance).toBe(43.6)
  })

  it('hold the currencies of a company with several', async () => {
    const dutch = await apiClient(sandbox, 'Canal')
    const { text } = await dutch.query('select * from CompanyCurrency')
    const codes = JSON.parse(text).QueryResponse.CompanyCurrency.map((one: { Code: string }) => one.Code)
    expect(codes).toEqual(['GBP', 'USD', 'SEK', 'NOK', 'DKK'])
  })
})
