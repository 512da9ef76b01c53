import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '#server/ledger/port.ts'
import { createQuickbooksLedger } from '#server/ledger/quickbooks/quickbooks-ledger.ts'
import { found } from '#tests/sandbox/quickbooks/running-sandbox.ts'
import {
  billToMake,
  controlled,
  enterByHand,
  KNOWN,
  type QuickbooksStage,
  quickbooksStage,
} from './quickbooks-stage.ts'

let stage: QuickbooksStage | undefined
afterEach(() => stage?.sandbox.close())

/** What one bill comes to, after `before` was done to the company. */
async function outcome(
  before: (at: QuickbooksStage) => unknown,
  over: Parameters<typeof billToMake>[2] = {},
  line: object = {},
): Promise<Outcome | undefined> {
  stage = await quickbooksStage()
  const ledger = createQuickbooksLedger(stage.company)
  await ledger.lists()
  await before(stage)
  const [one] = await ledger.create([billToMake(stage, 'A-1', over, line)], 'key')
  return one
}

const change = (path: string, body: object) => (at: QuickbooksStage) =>
  controlled(at.sandbox, 'PATCH', `/companies/${at.books.realmId}${path}`, body)

describe('each refusal is known, and begins with its code', () => {
  it.each<[string, string, string, (at: QuickbooksStage) => unknown, object?, object?]>([
    [
      'the books are closed',
      'books-closed',
      '6210',
      at =>
        controlled(at.sandbox, 'POST', `/companies/${at.books.realmId}/close-date`, { date: '2026-12-31' }),
    ],
    [
      'an account was made inactive since',
      'reference-inactive',
      '610',
      change('/accounts/310', { active: false }),
    ],
    ['the subscription has ended', 'subscription-ended', '6190', change('', { subscription: 'ended' })],
    ['the plan keeps no bills', 'plan-lacks-it', '5030', change('', { plan: 'simple-start' })],
    [
      'the plan has no classes',
      'plan-lacks-it',
      '5030',
      change('', { plan: 'essentials' }),
      {},
      { tracking: { category: 'Class', option: 'Kitchen' } },
    ],
    ['an account is that of what is owed', 'payables-on-line', '6000', () => null, {}, { account: '800' }],
    ['an account is that of what others owe', 'account-type', '6000', () => null, {}, { account: '610' }],
    ['a tax code is for sales only', 'tax-code-unusable', '6470', () => null, {}, { taxCode: 'ES33' }],
    [
      'a customer has the supplier’s name',
      'name-taken',
      '6240',
      () => null,
      { contact: { id: null, name: 'Corner Events Catering' } },
    ],
    [
      'another bill of the supplier has the number',
      'number-used',
      '6140',
      at => enterByHand(at, 'A-1', { TxnDate: '2026-11-19' }),
      { price: '8.00' },
    ],
  ])('%s: %s', async (_, code, begins, before, over = {}, line = {}) => {
    const taxCode = 'taxCode' in line ? await salesOnly() : undefined
    const refused = await outcome(before, over, taxCode === undefined ? line : { ...line, taxCode })
    expect(refused).toMatchObject({ kind: 'refused', failure: { code }, bill: null })
    expect(refused?.kind === 'refused' ? refused.failure.raw : '').toMatch(new RegExp(`^${begins} `))
  })
})

/** The id of the code that has rates for sales alone: the same in each sandbox. */
async function salesOnly(): Promise<string> {
  const at = await quickbooksStage()
  await at.sandbox.close()
  return found(at.books.taxCodes.find(({ purchaseRateIds }) => purchaseRateIds.length === 0)).id
}

it('links the very bill that has the number already, rather than be refused', async () => {
  const linked = await outcome(at => enterByHand(at, 'A-1'))
  expect(linked).toMatchObject({ kind: 'posted', bill: { number: 'A-1', total: '10.90', state: 'open' } })
  expect(stage?.books.transactions).toHaveLength(1)
})

it('asks before it changes its own bill that a person has changed', async () => {
  stage = await quickbooksStage()
  const ledger = createQuickbooksLedger(stage.company)
  const make = billToMake(stage, 'A-1')
  await ledger.create([make], 'key')
  const id = found(stage.books.transactions[0]).id
  await change(`/bills/${id}`, { lines: [{ index: 0, amount: 8 }] })(stage)
  expect(await ledger.create([make], 'key-2')).toMatchObject([
    { kind: 'refused', failure: { code: 'asks-first', billState: 'open' }, bill: { id, total: '8.72' } },
  ])
})

it('does not touch a bill that something was paid on', async () => {
  stage = await quickbooksStage()
  const ledger = createQuickbooksLedger(stage.company)
  const [made] = await ledger.create([billToMake(stage, 'A-1')], 'key')
  if (made?.kind !== 'posted') throw new Error('Not posted')
  await change(`/bills/${made.bill.id}`, { amount: 5 })(stage)
  const again = { ...billToMake(stage, 'A-1', { price: '6.00' }), id: made.bill.id }
  expect(await ledger.update([again], 'key-2')).toMatchObject([
    { kind: 'refused', failure: { code: 'invalid-modification', billState: 'paid' } },
  ])
  await change(`/bills/${made.bill.id}`, { removePayments: true })(stage)
  expect(await ledger.update([again], 'key-3')).toMatchObject([{ kind: 'posted', bill: { total: '13.08' } }])
})

describe('a company of several currencies', () => {
  it('posts each bill in its own, and refuses one that is not its vendor’s', async () => {
    stage = await quickbooksStage({}, 'Canal')
    const ledger = createQuickbooksLedger(stage.company)
    const inKrone = { currency: 'NOK', contact: { id: null, name: 'Nordfisk AS' } }
    const outcomes = await ledger.create(
      [
        billToMake(stage, 'B-1', { currency: 'EUR' }),
        billToMake(stage, 'B-2', inKrone),
        billToMake(stage, 'B-3', { currency: 'NOK' }),
      ],
      'key',
    )
    expect(outcomes).toMatchObject([
      { kind: 'posted', bill: { currency: 'EUR' } },
      { kind: 'posted', bill: { currency: 'NOK', contact: { name: 'Nordfisk AS' } } },
      { kind: 'refused', failure: { code: 'payables-currency' } },
    ])
    const lists = await ledger.lists()
    expect(lists.currencies).toEqual(expect.arrayContaining(['EUR', 'NOK']))
  })

  it('lets no foreign bill pass for one of the home currency', async () => {
    const refused = await outcome(() => null, { currency: 'EUR' })
    expect(refused).toMatchObject({ failure: { code: 'foreign-currency' } })
    expect(stage?.books.transactions).toEqual([])
  })
})

it('puts the tax into the amounts of a US company, whose bills carry none', async () => {
  stage = await quickbooksStage({}, 'Bayside')
  const ledger = createQuickbooksLedger(stage.company)
  const lists = await ledger.lists()
  expect(lists.rules).toMatchObject({ taxInAmounts: true })
  expect(lists.taxRates.map(({ code }) => code)).toEqual(['NON'])
  const [made] = await ledger.create([billToMake(stage, 'C-1', { currency: 'USD' })], 'key')
  expect(made).toMatchObject({ kind: 'posted', bill: { total: '10.90', currency: 'USD' } })
})

it('tells what a company’s plan and settings allow', async () => {
  stage = await quickbooksStage()
  const ledger = createQuickbooksLedger(stage.company)
  await controlled(stage.sandbox, 'POST', `/companies/${stage.books.realmId}/close-date`, {
    date: '2025-12-31',
  })
  const { rules, tracking, accounts, taxRates } = await ledger.lists()
  expect(rules).toEqual({
    plan: 'QuickBooks Online Plus',
    keepsBills: true,
    booksClosedUntil: '2025-12-31',
    refusesUsedNumbers: true,
    taxInAmounts: false,
  })
  expect(tracking.map(({ name }) => name)).toEqual(['Class', 'Location'])
  const account = (code: string) => accounts.find(one => one.code === code)
  expect([account('310'), account('800'), account('090'), account('319')]).toMatchObject([
    { active: true, allowed: true },
    { allowed: false },
    { allowed: false },
    { active: false },
  ])
  expect(taxRates.filter(({ rate, purchases, active }) => rate === '9' && purchases && active)).toHaveLength(
    1,
  )
  await change('', { plan: 'essentials' })(stage)
  expect((await ledger.lists()).tracking).toEqual([])
  await change('', { plan: 'simple-start' })(stage)
  expect((await ledger.lists()).rules).toMatchObject({ keepsBills: false })
})

it('puts class and location where QuickBooks has them', async () => {
  const tracked = (category: string, option: string) => ({ tracking: { category, option } })
  await outcome(() => null, {}, tracked('Class', 'Bar'))
  expect(stage?.books.transactions[0]?.lines[0]?.classId).toBeDefined()
  await stage?.sandbox.close()
  await outcome(() => null, {}, tracked('Location', 'Central kitchen'))
  expect(stage?.books.transactions[0]?.departmentId).toBeDefined()
})

it('makes a vendor in the currency of its first bill', async () => {
  stage = await quickbooksStage({}, 'Canal')
  const ledger = createQuickbooksLedger(stage.company)
  const make = billToMake(stage, 'D-1', { currency: 'GBP', contact: { id: null, name: 'Kent: Orchards' } })
  expect(await ledger.create([make], 'key')).toMatchObject([{ kind: 'posted', bill: { currency: 'GBP' } }])
  expect(stage.books.vendors.at(-1)).toMatchObject({ displayName: 'Kent Orchards', currency: 'GBP' })
  expect(stage.books.vendors.some(({ displayName }) => displayName === KNOWN)).toBe(true)
})
