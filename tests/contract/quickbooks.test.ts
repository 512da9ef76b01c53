import { afterEach, describe, expect, it } from 'vitest'
import type { BillId } from '#lib/domain/ids.ts'
import { createQuickbooksLedger } from '#server/ledger/quickbooks/quickbooks-ledger.ts'
import { ledgerContract } from './ledger.ts'
import {
  billToMake,
  controlled,
  enterByHand,
  INACTIVE,
  KNOWN,
  planned,
  type QuickbooksStage,
  quickbooksStage,
} from './quickbooks-stage.ts'

ledgerContract('QuickBooks', async () => {
  const stage = await quickbooksStage()
  const { sandbox, company, books, taxCode } = stage
  const statuses = { fixed: 'PAID', deleted: 'DELETED' }
  return {
    ledger: createQuickbooksLedger(company),
    drafts: false,
    taxCode,
    codes: { account: 'account-unknown', contact: 'vendor-unknown', archived: 'vendor-inactive' },
    fixed: 'paid',
    known: KNOWN,
    archived: INACTIVE,
    enter: number => enterByHand(stage, number),
    set: async (bill, status) => {
      await controlled(sandbox, 'PATCH', `/companies/${books.realmId}/bills/${bill}`, {
        status: statuses[status],
      })
    },
    standing: async number => {
      const path = `/companies/${books.realmId}/bills?number=${encodeURIComponent(number)}`
      return ((await controlled(sandbox, 'GET', path)) as { bills: unknown[] }).bills.length
    },
    close: () => sandbox.close(),
  }
})

describe('what is QuickBooks’s alone', () => {
  let stage: QuickbooksStage | undefined
  afterEach(() => stage?.sandbox.close())

  const calls = async ({ sandbox }: QuickbooksStage) => {
    const { calls } = (await controlled(sandbox, 'GET', '/state')) as { calls: { total: number } }
    return calls.total
  }
  const bills = async ({ sandbox, books }: QuickbooksStage) => {
    const { bills } = (await controlled(sandbox, 'GET', `/companies/${books.realmId}/bills`)) as {
      bills: { id: string; number: string; memo: string }[]
    }
    return bills
  }

  it('tells whose answer is whose though they come in another order', async () => {
    stage = await quickbooksStage()
    await controlled(stage.sandbox, 'PATCH', '/settings', { batchOrder: 'reversed' })
    const ledger = createQuickbooksLedger(stage.company)
    const three = ['5.00', '6.00', '7.00'].map((price, index) => billToMake(stage, `A-${index}`, { price }))
    expect(await ledger.create(three, 'key')).toMatchObject(
      three.map(({ bill: { number, total } }) => ({ kind: 'posted', bill: { number, total } })),
    )
  })

  it('looks for hundreds of bills, and makes thirty, in one call each', async () => {
    stage = await quickbooksStage()
    const ledger = createQuickbooksLedger(stage.company)
    const many = Array.from({ length: 500 }, (_, index) => billToMake(stage, `B-${index}`))
    await stage.company.known.lists()
    const before = await calls(stage)
    await ledger.find(many.map(({ bill, link }) => ({ ...bill, link })))
    expect((await calls(stage)) - before).toBe(1)
    await ledger.create(many.slice(0, ledger.batch), 'key')
    expect((await calls(stage)) - before).toBe(2)
  })

  it('knows its bill again though a person gave it another number', async () => {
    stage = await quickbooksStage()
    const ledger = createQuickbooksLedger(stage.company)
    const make = billToMake(stage, 'C-1')
    const [made] = await ledger.create([make], 'key')
    const [one] = await bills(stage)
    await controlled(stage.sandbox, 'PATCH', `/companies/${stage.books.realmId}/bills/${one?.id}`, {
      number: 'X-9',
    })
    const [found] = await ledger.find([{ ...make.bill, link: make.link }])
    expect(found).toMatchObject({ id: (made as { bill: { id: string } }).bill.id, number: 'X-9' })
  })

  it('finds a number that it had to shorten, and gives it back whole', async () => {
    stage = await quickbooksStage()
    const ledger = createQuickbooksLedger(stage.company)
    const make = billToMake(stage, 'INVOICE-2026-SINGAPORE-000001234')
    await ledger.create([make], 'key')
    expect((await bills(stage))[0]?.number).toHaveLength(21)
    expect(await ledger.find([{ ...make.bill, link: null }])).toMatchObject([{ number: make.bill.number }])
  })

  it('makes nothing a second time where the answer was lost', async () => {
    stage = await quickbooksStage()
    const ledger = createQuickbooksLedger(stage.company)
    const make = billToMake(stage, 'D-1')
    await stage.company.known.lists()
    await planned(stage, { kind: 'drop-after-commit' })
    await expect(ledger.create([make], 'key')).rejects.toMatchObject({ kind: 'unknown-outcome' })
    expect(await ledger.create([make], 'key')).toMatchObject([{ kind: 'posted', bill: { number: 'D-1' } }])
    expect(await ledger.create([make], 'another')).toMatchObject([
      { kind: 'posted', bill: { number: 'D-1' } },
    ])
    expect(await bills(stage)).toHaveLength(1)
  })

  it('asks under another token once QuickBooks takes this one no longer', async () => {
    let renewed = 0
    stage = await quickbooksStage({
      renewToken: async () => {
        renewed += 1
      },
    })
    const ledger = createQuickbooksLedger(stage.company)
    await ledger.lists()
    const error = { message: 'AuthenticationFailed', detail: 'Token expired', code: '3200', element: null }
    const fault = { error: [error], type: 'AUTHENTICATION' }
    await planned(stage, { kind: 'status', status: 401, body: { fault } })
    expect(await ledger.create([billToMake(stage, 'E-1')], 'key')).toMatchObject([{ kind: 'posted' }])
    expect(renewed).toBe(1)
  })

  it.each([
    ['a limit', { kind: 'status', status: 429 }, 'rate-limit'],
    ['a 503 in HTML', { kind: 'status', status: 503, body: '<html>Busy</html>' }, 'unknown-outcome'],
    ['a dropped answer', { kind: 'drop-after-commit' }, 'unknown-outcome'],
    ['a lost connection', { kind: 'drop-before' }, 'unknown-outcome'],
    ['a company that let us go', { kind: 'status', status: 403 }, 'connection-lost'],
  ])('tells %s from a refusal', async (_, fault, kind) => {
    stage = await quickbooksStage()
    const ledger = createQuickbooksLedger(stage.company)
    await stage.company.known.lists()
    await planned(stage, fault)
    await expect(ledger.create([billToMake(stage, 'F-1')], 'key')).rejects.toMatchObject({ kind })
  })

  it('keeps within QuickBooks’s own limits, whatever is asked at once', async () => {
    stage = await quickbooksStage()
    const { company } = stage
    const ledgers = Array.from({ length: 12 }, () => createQuickbooksLedger(company))
    const read = await Promise.all(ledgers.map(ledger => ledger.lists()))
    expect(read.every(({ accounts }) => accounts.length > 0)).toBe(true)
  })

  it('changes a bill over what somebody wrote in between, once, and keeps what they wrote', async () => {
    let meanwhile: (() => Promise<unknown>) | null = null
    stage = await quickbooksStage({
      pace: {
        run: async (call, { batch }) => {
          const first = batch ? meanwhile : null
          if (first) meanwhile = null
          await first?.()
          return call()
        },
      },
    })
    const { sandbox, books } = stage
    const ledger = createQuickbooksLedger(stage.company)
    const [made] = await ledger.create([billToMake(stage, 'G-1')], 'key')
    const { bill } = made as { bill: { id: BillId } }
    const [before] = await bills(stage)
    const memo = `${before?.memo}\nAsk about the deposit`
    meanwhile = () => controlled(sandbox, 'PATCH', `/companies/${books.realmId}/bills/${bill.id}`, { memo })
    const change = { ...billToMake(stage, 'G-1', { price: '6.00' }), id: bill.id }
    expect(await ledger.update([change], 'key-2')).toMatchObject([
      { kind: 'posted', bill: { id: bill.id, total: '13.08', state: 'open' } },
    ])
    expect((await bills(stage))[0]?.memo).toBe(
      `Exported by Clearcloud: ${change.link}\nAsk about the deposit`,
    )
  })

  it('takes a voided bill for one that does not stand', async () => {
    stage = await quickbooksStage()
    const ledger = createQuickbooksLedger(stage.company)
    const make = billToMake(stage, 'H-1')
    const [made] = await ledger.create([make], 'key')
    const { id } = (made as { bill: { id: BillId } }).bill
    await controlled(stage.sandbox, 'PATCH', `/companies/${stage.books.realmId}/bills/${id}`, {
      status: 'VOIDED',
    })
    expect(await ledger.read([{ id, kind: 'bill' }])).toMatchObject([{ state: 'voided' }])
    expect(await ledger.find([{ ...make.bill, link: make.link }])).toEqual([null])
  })
})
