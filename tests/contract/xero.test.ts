import { afterEach, describe, expect, it } from 'vitest'
import { BillToPost } from '#lib/domain/bill.ts'
import { createXeroLedger } from '#server/ledger/xero/xero-ledger.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { ledgerContract } from './ledger.ts'
import { ARCHIVED, enterByHand, KNOWN, type XeroStage, xeroStage } from './xero-stage.ts'

ledgerContract('Xero', async () => {
  const stage = await xeroStage()
  const { sandbox, organisation, tenant } = stage
  const statuses = { fixed: 'AUTHORISED', deleted: 'DELETED' }
  return {
    ledger: createXeroLedger(organisation),
    drafts: true,
    taxCode: 'INPUTY24',
    codes: { account: 'account-not-valid', contact: 'contact-not-found', archived: 'contact-archived' },
    fixed: 'approved',
    known: KNOWN,
    archived: ARCHIVED,
    enter: number => enterByHand(stage, number),
    set: async (bill, status) => {
      const answer = await sandbox.control('PATCH', `/organisations/${tenant}/bills/${bill}`, {
        status: statuses[status],
      })
      if (!answer.ok) throw new Error(await answer.text())
    },
    standing: async number => {
      const query = `?number=${encodeURIComponent(number)}`
      const answer = await sandbox.control('GET', `/organisations/${tenant}/bills${query}`)
      return ((await answer.json()) as { bills: unknown[] }).bills.length
    },
    close: () => sandbox.close(),
  }
})

describe('what is Xero’s alone', () => {
  let stage: XeroStage | undefined
  afterEach(() => stage?.sandbox.close())

  const make = (number: string, over: Parameters<typeof aBillToPost>[1] = {}) => ({
    bill: BillToPost.parse(aBillToPost(number, over)),
    link: `http://localhost:4700/go/outlet-1/${number}`,
  })
  const callsOf = async ({ sandbox }: XeroStage) =>
    ((await (await sandbox.control('GET', '/state')).json()) as { calls: { total: number } }).calls.total

  it('tells whose answer is whose though they come in another order', async () => {
    stage = await xeroStage()
    await stage.sandbox.control('PATCH', '/settings', { answerOrder: 'reversed' })
    const ledger = createXeroLedger(stage.organisation)
    const bad = make('A-2')
    const lines = bad.bill.lines.map(line => ({ ...line, account: 'nowhere' as never }))
    const outcomes = await ledger.create(
      [make('A-1'), { ...bad, bill: { ...bad.bill, lines } }, make('A-3', { price: '6.00' })],
      'key',
    )
    expect(outcomes).toMatchObject([
      { kind: 'posted', bill: { number: 'A-1' } },
      { kind: 'refused' },
      { kind: 'posted', bill: { number: 'A-3', total: '13.08' } },
    ])
  })

  it('looks for hundreds of bills in as many calls as for one', async () => {
    stage = await xeroStage()
    const ledger = createXeroLedger(stage.organisation)
    const keys = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...make(`B-${index}`).bill, link: null }))
    await ledger.find(keys(1))
    const before = await callsOf(stage)
    await ledger.find(keys(500))
    expect((await callsOf(stage)) - before).toBe(1)
  })

  it('asks by number after all where a supplier’s bills are more than it would be calls', async () => {
    stage = await xeroStage()
    const ledger = createXeroLedger(stage.organisation)
    const [made] = await ledger.create([make('F-40')], 'key')
    const { documents } = stage.sandbox.organisation('Harbour')
    const [one] = documents
    if (!one) throw new Error('No bill was made')
    for (let index = 0; index < 2500; index += 1) {
      documents.unshift({ ...one, id: crypto.randomUUID(), number: `OLD-${index}`, url: undefined })
    }
    const keys = Array.from({ length: 41 }, (_, index) => ({ ...make(`F-${index}`).bill, link: null }))
    const before = await callsOf(stage)
    const found = await ledger.find(keys)
    expect(found.map(bill => bill?.number ?? null)).toEqual([...Array(40).fill(null), 'F-40'])
    expect(made).toMatchObject({ kind: 'posted', bill: { id: found[40]?.id } })
    expect((await callsOf(stage)) - before).toBe(3)
  })

  it('asks under another token once Xero takes this one no longer', async () => {
    let renewed = 0
    stage = await xeroStage({
      renewToken: async () => {
        renewed += 1
      },
    })
    const ledger = createXeroLedger(stage.organisation)
    const body = {
      Type: null,
      Title: 'Unauthorized',
      Status: 401,
      Detail: 'AuthenticationUnsuccessful',
      Instance: '6ddfe8cd-991b-4b95-ab88-87809fa74b3b',
      Extensions: {},
    }
    const fault = { kind: 'status', status: 401, body }
    await stage.sandbox.control('POST', '/faults', { match: { method: 'PUT' }, times: 1, fault })
    await ledger.lists()
    expect(await ledger.create([make('C-1')], 'key')).toMatchObject([{ kind: 'posted' }])
    expect(renewed).toBe(1)
  })

  it.each([
    [
      'a limit',
      { kind: 'status', status: 429, headers: { 'Retry-After': '7', 'X-Rate-Limit-Problem': 'minute' } },
      'rate-limit',
    ],
    ['a 503 in HTML', { kind: 'status', status: 503, body: '<html>Busy</html>' }, 'unknown-outcome'],
    ['a dropped answer', { kind: 'drop-after-commit' }, 'unknown-outcome'],
    ['a lost connection', { kind: 'drop-before' }, 'unknown-outcome'],
    ['an organisation that let us go', { kind: 'status', status: 403 }, 'connection-lost'],
  ])('tells %s from a refusal', async (_, fault, kind) => {
    stage = await xeroStage()
    const ledger = createXeroLedger(stage.organisation)
    await ledger.lists()
    await stage.sandbox.control('POST', '/faults', { match: { method: 'PUT' }, times: 1, fault })
    await expect(ledger.create([make('D-1')], 'key')).rejects.toMatchObject({ kind })
  })

  it('never has more than four calls of an organisation under way', async () => {
    stage = await xeroStage()
    await stage.sandbox.control('PATCH', '/limits', { concurrent: 4 })
    await stage.sandbox.control('POST', '/faults', { times: 40, fault: { kind: 'delay', ms: 30 } })
    const ledger = createXeroLedger(stage.organisation)
    const [lists, found] = await Promise.all([
      ledger.lists(),
      ledger.find([{ ...make('E-1').bill, link: null }]),
    ])
    expect([lists.accounts.length > 0, found]).toEqual([true, [null]])
  })
})
