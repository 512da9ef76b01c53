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
