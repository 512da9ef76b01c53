import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, aLine, apiClient, bill, taxCode } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
beforeEach(async () => {
  sandbox = await runSandbox()
})
afterEach(() => sandbox.close())

const taxed = (client: ApiClient, code: string, amount: number, inclusive?: number) =>
  aLine(
    client.company,
    {
      TaxCodeRef: taxCode(client.company, code),
      ...(inclusive === undefined ? {} : { TaxInclusiveAmt: inclusive }),
    },
    { Amount: amount },
  )

describe('tax', () => {
  type Line = [code: string, amount: number, inclusive?: number]
  type Case = { says: string; calculation: string; lines: Line[]; net: number[]; tax: number; total: number }
  const cases: Case[] = [
    {
      says: 'excluded: a rate is applied to the sum of its lines and rounded once',
      calculation: 'TaxExcluded',
      lines: [
        ['21% VAT', 0.1],
        ['21% VAT', 0.1],
        ['21% VAT', 0.1],
      ],
      net: [0.1, 0.1, 0.1],
      tax: 0.06,
      total: 0.36,
    },
    {
      says: 'excluded: half a cent goes up',
      calculation: 'TaxExcluded',
      lines: [['9% VAT', 0.5]],
      net: [0.5],
      tax: 0.05,
      total: 0.55,
    },
    {
      says: 'excluded: several rates are added up',
      calculation: 'TaxExcluded',
      lines: [
        ['9% VAT', 100],
        ['21% VAT', 50],
        ['0% VAT', 7],
      ],
      net: [100, 50, 7],
      tax: 19.5,
      total: 176.5,
    },
    {
      says: 'inclusive: every line is rounded by itself, and the total stays what was given',
      calculation: 'TaxInclusive',
      lines: [
        ['21% VAT', 0.1, 0.1],
        ['21% VAT', 0.1, 0.1],
        ['21% VAT', 0.1, 0.1],
      ],
      net: [0.08, 0.08, 0.08],
      tax: 0.06,
      total: 0.3,
    },
    {
      says: 'inclusive: without TaxInclusiveAmt an amount is net',
      calculation: 'TaxInclusive',
      lines: [['21% VAT', 10]],
      net: [10],
      tax: 2.1,
      total: 12.1,
    },
    {
      says: 'not applicable: no line needs a code and nothing is added',
      calculation: 'NotApplicable',
      lines: [['21% VAT', 10]],
      net: [10],
      tax: 0,
      total: 10,
    },
  ]

  it.each(cases)('$says', async ({ calculation, lines, net, tax, total }) => {
    const client = await apiClient(sandbox, 'Canal')
    const Line = lines.map(([code, amount, inclusive]) => taxed(client, code, amount, inclusive))
    const entered = bill(await client.enter({ GlobalTaxCalculation: calculation, Line }))
    expect(entered.Line?.map(line => line.Amount)).toEqual(net)
    expect(entered).toMatchObject({ TotalAmt: total, TxnTaxDetail: { TotalTax: tax } })
  })

  it('inclusive gives both amounts of a line', async () => {
    const client = await apiClient(sandbox, 'Canal')
    const Line = [taxed(client, '21% VAT', 12.1, 12.1)]
    const entered = bill(await client.enter({ GlobalTaxCalculation: 'TaxInclusive', Line }))
    expect(entered.Line?.[0]).toMatchObject({
      Amount: 10,
      AccountBasedExpenseLineDetail: { TaxInclusiveAmt: 12.1 },
    })
  })

  it('inclusive takes an amount alone as gross where the ledger is set so', async () => {
    await sandbox.control('PATCH', '/settings', { bareInclusiveAmount: 'gross' })
    const client = await apiClient(sandbox, 'Canal')
    const Line = [taxed(client, '21% VAT', 12.1)]
    expect(bill(await client.enter({ GlobalTaxCalculation: 'TaxInclusive', Line })).TotalAmt).toBe(12.1)
  })

  it('is told by rate, with what it was computed on', async () => {
    const client = await apiClient(sandbox, 'Canal')
    const Line = [taxed(client, '9% VAT', 60), taxed(client, '9% VAT', 40), taxed(client, '21% VAT', 50)]
    const detail = found(bill(await client.enter({ Line })).TxnTaxDetail)
    expect(
      detail.TaxLine.map(({ Amount, TaxLineDetail: { TaxPercent, NetAmountTaxable } }) => [
        TaxPercent,
        NetAmountTaxable,
        Amount,
      ]),
    ).toEqual([
      [9, 100, 9],
      [21, 50, 10.5],
    ])
  })

  it('can be stated by rate, which tells how far it was moved', async () => {
    const client = await apiClient(sandbox, 'Canal')
    const Line = [taxed(client, '9% VAT', 100), taxed(client, '21% VAT', 50)]
    const computed = found(bill(await client.enter({ Line })).TxnTaxDetail)
    const value = found(computed.TaxLine[1]).TaxLineDetail.TaxRateRef.value
    const stated = { Amount: 10.51, DetailType: 'TaxLineDetail', TaxLineDetail: { TaxRateRef: { value } } }
    const entered = await client.enter({ DocNumber: '2', Line, TxnTaxDetail: { TaxLine: [stated] } })
    expect(bill(entered)).toMatchObject({
      TotalAmt: 169.51,
      TxnTaxDetail: { TotalTax: 19.51, TaxLine: [{ Amount: 9 }, { Amount: 10.51 }] },
    })
    expect(bill(entered).TxnTaxDetail?.TaxLine[1]?.TaxLineDetail.OverrideDeltaAmount).toBe(0.01)
  })

  it('can be stated as a total where there is one rate, not where there are two', async () => {
    const client = await apiClient(sandbox, 'Canal')
    const one = { Line: [taxed(client, '9% VAT', 100)], TxnTaxDetail: { TotalTax: 9.01 } }
    expect(bill(await client.enter(one)).TotalAmt).toBe(109.01)
    const two = { ...one, DocNumber: '2', Line: [...one.Line, taxed(client, '21% VAT', 1)] }
    expect(refusal((await client.enter(two)).body)).toContain('6000')
  })
})

describe('the United States', () => {
  it('take TAX and NON alone and add no tax to a bill', async () => {
    const client = await apiClient(sandbox, 'Bayside')
    const Line = [taxed(client, 'TAX', 10), taxed(client, 'NON', 5)]
    const entered = bill(await client.enter({ Line }))
    expect([entered.TotalAmt, entered.TxnTaxDetail, entered.GlobalTaxCalculation]).toEqual([
      15,
      undefined,
      undefined,
    ])
    expect(entered.Line?.map(line => line.AccountBasedExpenseLineDetail?.TaxCodeRef?.value)).toEqual([
      'TAX',
      'NON',
    ])
    const refused = await client.enter({
      DocNumber: '2',
      Line: [aLine(client.company, { TaxCodeRef: { value: '5' } })],
    })
    expect(refusal(refused.body)).toContain('2500 Invalid Reference Id : TaxCodes element id 5 not found')
  })
})

describe('currencies', () => {
  const SAME = 'must use the same currency as the Accounts Payable account'
  const norwegian = (client: ApiClient) => ({
    VendorRef: { value: found(client.company.vendors.find(one => one.currency === 'NOK')).id },
  })

  it('follow the vendor, at the rate of the day or the one that is given', async () => {
    const client = await apiClient(sandbox, 'Canal')
    const entered = bill(await client.enter(norwegian(client)))
    expect(entered).toMatchObject({ CurrencyRef: { value: 'NOK' }, ExchangeRate: 0.0862, TotalAmt: 10.9 })
    expect(entered.APAccountRef?.name).toBe('Accounts Payable (A/P) - Norwegian Krone')
    const given = await client.enter({ ...norwegian(client), DocNumber: '2', ExchangeRate: 0.09 })
    expect(bill(given)).toMatchObject({ ExchangeRate: 0.09, HomeBalance: 0.98 })
  })

  it('must be the vendor’s and the Accounts Payable account’s', async () => {
    const client = await apiClient(sandbox, 'Canal')
    const euroPayable = found(client.company.accounts.find(one => one.number === '800')).id
    const wrong = [
      { CurrencyRef: { value: 'NOK' } },
      { ...norwegian(client), CurrencyRef: { value: 'EUR' } },
      { ...norwegian(client), APAccountRef: { value: euroPayable } },
    ]
    for (const over of wrong) expect(refusal((await client.enter(over)).body)).toContain(SAME)
  })

  it('must be known to the company', async () => {
    const client = await apiClient(sandbox, 'Canal')
    expect(refusal((await client.enter({ CurrencyRef: { value: 'JPY' } })).body)).toContain('6000')
  })
})
