import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '#server/database/database.ts'
import { databaseOver } from '#server/database/pglite-database.ts'
import { createQuickbooksLedger } from '#server/ledger/quickbooks/quickbooks-ledger.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { controlled, KNOWN, type QuickbooksStage, quickbooksStage } from '../quickbooks-stage.ts'
import { type SweepStage, sweepStage } from './sweep-stage.ts'

let database: Database
let at: SweepStage
let quickbooks: QuickbooksStage
beforeEach(async () => {
  quickbooks = await quickbooksStage()
  const ledger = createQuickbooksLedger(quickbooks.company)
  database = databaseOver(await PGlite.create())
  at = await sweepStage(database, { ledgerOf: async () => ledger })
})
afterEach(async () => {
  await at?.close()
  await quickbooks?.sandbox.close()
  await database?.close()
})

function request(number: string, price?: string) {
  const bill = aBillToPost(number, { contact: { id: null, name: KNOWN }, ...(price && { price }) })
  return { bill: { ...bill, lines: bill.lines.map(line => ({ ...line, taxCode: quickbooks.taxCode })) } }
}
const change = (bill: string, what: object) =>
  controlled(quickbooks.sandbox, 'PATCH', `/companies/${quickbooks.books.realmId}/bills/${bill}`, what)
async function calls(): Promise<number> {
  const state = (await controlled(quickbooks.sandbox, 'GET', '/state')) as { calls: { total: number } }
  return state.calls.total
}
async function posted(number: string) {
  const progress = await at.progress(number)
  if (progress?.state !== 'posted') throw new Error(`${number} is ${progress?.state}`)
  return progress
}

it('follows bills that are posted at once: what was edited, paid, or deleted without a trace', async () => {
  const [edited, paid, deleted] = [
    await at.post('A-1', request('A-1')),
    await at.post('A-2', request('A-2')),
    await at.post('A-3', request('A-3')),
  ]
  const before = await calls()
  await at.sweep()
  // One call for both kinds, and none for what we did ourselves.
  expect((await calls()) - before).toBe(1)
  expect(await at.sequence()).toBe((await at.told('A-3')).at(-1)?.sequence)
  const account = quickbooks.books.accounts.find(one => one.number === '311')
  // QuickBooks tells times to the second.
  await expect.poll(() => Date.now() - Date.parse(edited?.changedAt ?? '')).toBeGreaterThan(1000)
  await change(edited?.id ?? '', { lines: [{ index: 0, amount: '12.00', accountId: account?.id }] })
  await change(paid?.id ?? '', { status: 'PAID' })
  await change(deleted?.id ?? '', { status: 'DELETED' })
  await at.sweep()
  expect((await posted('A-1')).drift?.edits).toEqual(
    expect.arrayContaining([
      { what: 'total', line: null, was: '10.90', is: expect.any(String) },
      { what: 'amount', line: 'Romaine', was: '10.00', is: '12.00' },
      { what: 'account', line: 'Romaine', was: '310', is: '311' },
    ]),
  )
  expect(await posted('A-2')).toMatchObject({ bill: { state: 'paid' } })
  expect((await posted('A-2')).drift).toBeUndefined()
  expect(await posted('A-3')).toMatchObject({ bill: { state: 'deleted', number: 'A-3', total: '10.90' } })
})

it('posts the difference to a paid bill beside it, and leaves a note with that', async () => {
  const bill = await at.post('B-1', request('B-1'))
  await change(bill.id, { status: 'PAID' })
  const [now] = await at.context.ledgerOf('any').then(ledger => ledger.read([bill]))
  const { bill: more } = request('B-1 / correction 1', '1.00')
  await at.accept('B-1', {
    key: 'outlet-1:B-1:difference-1',
    bill: more,
    operation: {
      kind: 'difference',
      of: { id: bill.id, kind: 'bill', changedAt: now?.changedAt },
      correction: 1,
    },
  })
  await at.drain()
  expect(await posted('B-1')).toMatchObject({
    bill: { id: bill.id, total: '10.90' },
    corrections: [{ number: 'B-1 / correction 1', state: 'open', total: '2.18' }],
  })
  const notes = quickbooks.books.attachables.map(({ note, refs }) => [refs[0]?.id, note])
  expect(notes).toEqual([[bill.id, expect.stringContaining('B-1 / correction 1')]])
})
