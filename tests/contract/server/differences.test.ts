import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Bill } from '#lib/domain/bill.ts'
import type { Database } from '#server/database/database.ts'
import { databaseOver } from '#server/database/pglite-database.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { type SweepStage, sweepStage } from './sweep-stage.ts'

let database: Database
let at: SweepStage
beforeEach(async () => {
  database = databaseOver(await PGlite.create())
  at = await sweepStage(database)
})
afterEach(async () => {
  await at?.close()
  await database?.close()
})

/** The difference of 2.00 that invoice `number` says beyond this bill. */
function difference(number: string, of: Bill, over: object = {}) {
  const content = aBillToPost(number, { price: '6.00' }).content
  const bill = { ...aBillToPost(`${number} / correction 1`, { price: '1.00' }), content }
  const { id, kind, changedAt } = of
  const operation = { kind: 'difference', of: { id, kind, changedAt }, correction: 1, ...over }
  return { key: `outlet-1:${number}:${content}:difference-1`, bill, operation }
}
async function approved(number: string): Promise<Bill> {
  const bill = await at.post(number)
  await at.change(bill, { status: 'AUTHORISED' })
  const [now] = await at.ledger.read([bill])
  if (!now) throw new Error(`There is no ${number}`)
  return now
}
const inLedger = async (number: string) => {
  const path = `/organisations/${at.xero.tenant}/bills?number=${encodeURIComponent(number)}`
  const { bills } = (await (await at.xero.sandbox.control('GET', path)).json()) as {
    bills: { id: string; status: string; total: string; link: string; history: { details: string }[] }[]
  }
  return bills
}

it('makes a draft of its own for the difference, and each bill names the other', async () => {
  const bill = await approved('A-1')
  await at.accept('A-1', difference('A-1', bill))
  await at.drain()
  expect(await at.progress('A-1')).toMatchObject({
    state: 'posted',
    bill: { id: bill.id, total: '10.90' },
    corrections: [{ number: 'A-1 / correction 1', state: 'draft', total: '2.18' }],
  })
  const [told] = (await at.told('A-1')).slice(-1)
  expect(told?.content).toBe(aBillToPost('A-1', { price: '6.00' }).content)
  const [correction, ...others] = await inLedger('A-1 / correction 1')
  expect([correction, others]).toMatchObject([
    { status: 'DRAFT', link: 'http://localhost:4700/go/outlet-1/A-1?correction=1' },
    [],
  ])
  const [original] = await inLedger('A-1')
  expect(original).toMatchObject({ status: 'AUTHORISED', total: '10.90' })
  expect(original?.history.map(({ details }) => details).join()).toContain('A-1 / correction 1')
})

it('is made once, whatever is lost on the way', async () => {
  const bill = await approved('B-1')
  await at.xero.sandbox.control('POST', '/faults', {
    match: { method: 'PUT', path: '/Invoices$' },
    fault: { kind: 'drop-after-commit' },
  })
  await at.accept('B-1', difference('B-1', bill))
  await at.drain()
  at.forward(60_000)
  await at.drain()
  // The same wish again, as after a lost answer of ours.
  await at.accept('B-1', difference('B-1', bill))
  await at.drain()
  expect(await at.progress('B-1')).toMatchObject({ bill: { id: bill.id }, corrections: [{ total: '2.18' }] })
  expect(await inLedger('B-1 / correction 1')).toHaveLength(1)
  const [original] = await inLedger('B-1')
  expect(original?.history.filter(({ details }) => details.includes('correction 1'))).toHaveLength(1)
})

it('is refused where the bill was changed since it was worked out', async () => {
  const bill = await approved('C-1')
  await at.change(bill, { amount: '1.00' })
  await at.accept('C-1', difference('C-1', bill))
  await at.drain()
  expect(await at.progress('C-1')).toMatchObject({
    state: 'refused',
    failure: { code: 'bill-changed', billState: 'approved' },
    bill: { id: bill.id },
    billContent: aBillToPost('C-1').content,
  })
  expect(await inLedger('C-1 / correction 1')).toEqual([])
})

it('is followed like the bill that it corrects', async () => {
  const bill = await approved('D-1')
  const credit = { ...difference('D-1', bill), bill: { ...difference('D-1', bill).bill, kind: 'credit' } }
  await at.accept('D-1', credit)
  await at.drain()
  const made = await at.progress('D-1')
  const [correction] = made?.state === 'posted' ? (made.corrections ?? []) : []
  if (!correction) throw new Error('There is no correction')
  const before = await at.sequence()
  await at.change(correction, { status: 'DELETED' })
  await at.change(bill, { status: 'PAID' })
  await at.sweep()
  expect(await at.told('D-1', before)).toMatchObject([
    { progress: { bill: { state: 'paid' }, corrections: [{ state: 'deleted', total: '2.18' }] } },
  ])
  expect((await at.progress('D-1')) as object).not.toHaveProperty('drift')
})
