import { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Bill } from '#lib/domain/bill.ts'
import { addMilliseconds, type Instant } from '#lib/domain/instant.ts'
import type { Database } from '#server/database/database.ts'
import { databaseOver } from '#server/database/pglite-database.ts'
import { openPostgres } from '#server/database/postgres-database.ts'
import { type Hint, heedHints } from '#server/exports/heed-hints.ts'
import { SWEEP_EVERY } from '#server/exports/sweep.ts'
import { LedgerTrouble } from '#server/ledger/port.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { type PostgresCluster, postgresAtHand, startPostgres } from './postgres-cluster.ts'
import { type SweepStage, sweepStage } from './sweep-stage.ts'

const atHand = postgresAtHand()
const DAY = 24 * 3600_000

describe.each([
  ['the embedded database', true],
  ['PostgreSQL', false],
])('a sweep on %s', (_, embedded) => {
  describe.skipIf(!embedded && atHand === null)('', () => {
    let cluster: PostgresCluster | undefined
    let database: Database
    let at: SweepStage
    beforeAll(async () => {
      if (!embedded && atHand) cluster = await startPostgres(atHand)
    })
    afterAll(() => cluster?.close())
    const open = async (...over: [Parameters<typeof sweepStage>[1]?]) => {
      database = cluster
        ? openPostgres(await cluster.database(), error => {
            throw error
          })
        : databaseOver(await PGlite.create())
      at = await sweepStage(database, ...over)
    }
    afterEach(async () => {
      await at?.close()
      await database?.close()
    })
    const posted = async (number: string) => {
      const progress = await at.progress(number)
      if (progress?.state !== 'posted') throw new Error(`${number} is ${progress?.state}`)
      return progress
    }
    const line = (change: object) => ({ lines: [{ index: 0, ...change }] })

    it('tells that a bill was approved, paid and edited, each once, and what was edited', async () => {
      await open()
      const [one, two, three] = [await at.post('A-1'), await at.post('A-2'), await at.post('A-3')]
      const before = await at.sequence()
      await at.change(one as Bill, { status: 'AUTHORISED' })
      await at.change(two as Bill, { status: 'AUTHORISED' })
      await at.change(two as Bill, { status: 'PAID' })
      await at.change(three as Bill, line({ unitAmount: 6, accountCode: '453' }))
      const { again } = await at.sweep()
      expect(Date.parse(again ?? '') - Date.parse(at.context.clock())).toBeGreaterThan(SWEEP_EVERY - 60_000)
      expect(await at.told('A-1', before)).toMatchObject([{ progress: { bill: { state: 'approved' } } }])
      expect(await at.told('A-2', before)).toMatchObject([{ progress: { bill: { state: 'paid' } } }])
      expect([(await posted('A-1')).drift, (await posted('A-2')).drift]).toEqual([undefined, undefined])
      expect(await posted('A-3')).toMatchObject({
        bill: { state: 'draft', total: '13.08' },
        drift: {
          edits: [
            { what: 'total', was: '10.90', is: '13.08' },
            { what: 'tax-total', was: '0.90', is: '1.08' },
            { what: 'unit-amount', line: 'Romaine', was: '5.00', is: '6.00' },
            { what: 'amount', line: 'Romaine', was: '10.00', is: '12.00' },
            { what: 'account', line: 'Romaine', was: '310', is: '453' },
            { what: 'tax', line: 'Romaine', was: '0.90', is: '1.08' },
          ],
          lockedUntil: null,
        },
      })
      const after = await at.sequence()
      await at.sweep()
      expect([await at.sequence(), at.rung()]).toEqual([after, 1])
    })

    it('leaves the day of the export as it was, and says no more once the edit is taken back', async () => {
      await open()
      const bill = await at.post('B-1')
      const [before] = await at.told('B-1')
      await at.change(bill, { number: 'B-1a' })
      await at.sweep()
      expect(await posted('B-1')).toMatchObject({
        bill: { number: 'B-1a' },
        drift: { edits: [{ what: 'number', was: 'B-1', is: 'B-1a' }] },
      })
      await at.change(bill, { number: 'B-1' })
      await at.sweep()
      expect((await posted('B-1')).drift).toBeUndefined()
      const [after] = await at.told('B-1')
      expect(after?.updatedAt).toBe(before?.updatedAt)
      expect(after?.sequence).toBe((before?.sequence ?? 0) + 2)
    })

    it('keeps of a bill that is gone what it said last', async () => {
      await open()
      const [deleted, voided] = [await at.post('C-1'), await at.post('C-2')]
      await at.change(deleted as Bill, { status: 'DELETED' })
      await at.change(voided as Bill, { status: 'AUTHORISED' })
      await at.change(voided as Bill, { status: 'VOIDED' })
      await at.sweep()
      expect(await posted('C-1')).toMatchObject({ bill: { state: 'deleted', number: 'C-1', total: '10.90' } })
      expect(await posted('C-2')).toMatchObject({ bill: { state: 'voided', number: 'C-2', total: '10.90' } })
    })

    it('follows credits too', async () => {
      await open()
      const credit = await at.post('D-1', { bill: aBillToPost('D-1', { kind: 'credit' }) })
      await at.change(credit, { status: 'AUTHORISED' })
      await at.sweep()
      expect(await posted('D-1')).toMatchObject({ bill: { kind: 'credit', state: 'approved' } })
    })

    it('takes our own update for no edit, and forgets what it replaced', async () => {
      await open()
      const bill = await at.post('E-1')
      await at.change(bill, line({ unitAmount: 7 }))
      await at.sweep()
      expect((await posted('E-1')).drift?.edits[0]).toMatchObject({ was: '10.90', is: '15.26' })
      const operation = { kind: 'update', billId: bill.id, submittedToo: false }
      await at.post('E-1', { bill: aBillToPost('E-1', { price: '6.00' }), operation })
      await at.sweep()
      expect(await posted('E-1')).toMatchObject({ bill: { total: '13.08' } })
      expect((await posted('E-1')).drift).toBeUndefined()
    })

    it('brings a refused update up to date, and hides no other refusal', async () => {
      await open()
      const [stuck, wrong] = [await at.post('F-1'), await at.post('F-2')]
      await at.change(stuck as Bill, { status: 'AUTHORISED' })
      const update = (number: string, id: string, lines: object = {}) => ({
        bill: { ...aBillToPost(number, { price: '6.00' }), ...lines },
        operation: { kind: 'update', billId: id, submittedToo: false },
      })
      await at.accept('F-1', update('F-1', stuck?.id ?? ''))
      const [first] = aBillToPost('F-2', { price: '6.00' }).lines
      const lines = { lines: [{ ...first, account: 'nowhere' }] }
      await at.accept('F-2', update('F-2', wrong?.id ?? '', lines))
      await at.drain()
      expect(await at.progress('F-1')).toMatchObject({ state: 'refused', failure: { billState: 'approved' } })
      const refusal = await at.progress('F-2')
      expect(refusal).toMatchObject({ state: 'refused', failure: { code: 'account-not-valid' } })
      await at.change(stuck as Bill, { status: 'PAID' })
      await at.change(wrong as Bill, { status: 'AUTHORISED' })
      await at.sweep()
      expect(await at.progress('F-1')).toMatchObject({
        state: 'refused',
        failure: { code: 'invalid-modification', billState: 'paid' },
        bill: { state: 'paid' },
      })
      expect(await at.progress('F-2')).toEqual(refusal)
    })

    it('compares a bill that was linked with what it said then, never with our lines', async () => {
      await open()
      await at.xero.sandbox.control('POST', `/organisations/${at.xero.tenant}/bills`, {
        by: 'A person',
        bill: {
          Type: 'ACCPAY',
          Status: 'DRAFT',
          InvoiceNumber: 'G-1',
          Date: '2026-11-20',
          DueDate: '2026-11-20',
          Contact: { Name: 'Green Acre Produce' },
          LineItems: [
            {
              Description: 'All of it',
              Quantity: 1,
              UnitAmount: 10,
              AccountCode: '453',
              TaxType: 'INPUTY24',
            },
          ],
        },
      })
      const bill = await at.post('G-1')
      expect(await posted('G-1')).toMatchObject({ linked: true })
      await at.change(bill, { status: 'AUTHORISED' })
      await at.sweep()
      expect(await posted('G-1')).toMatchObject({ bill: { state: 'approved' } })
      expect((await posted('G-1')).drift).toBeUndefined()
    })

    it('tells of drafts that a lock of the books keeps back, and when it lets them go', async () => {
      let lock: string | null = null
      await open({ lockedUntil: async () => lock as never })
      const [old, young] = [
        await at.post('H-1', { bill: aBillToPost('H-1', { date: '2026-10-31' }) }),
        await at.post('H-2', { bill: aBillToPost('H-2', { date: '2026-11-01' }) }),
      ]
      lock = '2026-10-31'
      await at.sweep()
      expect((await posted('H-1')).drift).toEqual({ edits: [], lockedUntil: '2026-10-31' })
      expect((await posted('H-2')).drift).toBeUndefined()
      await at.change(young as Bill, { date: '2026-10-15' })
      await at.sweep()
      expect((await posted('H-2')).drift).toMatchObject({
        edits: [{ what: 'date', was: '2026-11-01', is: '2026-10-15' }],
        lockedUntil: '2026-10-31',
      })
      const before = await at.sequence()
      await at.sweep()
      expect(await at.sequence()).toBe(before)
      lock = null
      await at.change(old as Bill, { status: 'AUTHORISED' })
      await at.sweep()
      expect((await posted('H-1')).drift).toBeUndefined()
      expect((await posted('H-2')).drift).toMatchObject({ lockedUntil: null, edits: [{ what: 'date' }] })
    })

    it('lets exports go first, and asks for nothing where nothing is followed', async () => {
      await open()
      expect(await at.sweep()).toEqual({ again: null, calls: 0 })
      await at.post('I-1')
      await at.accept('I-2')
      const { again, calls } = await at.sweep()
      expect([calls, again !== null && again > at.context.clock()]).toEqual([0, true])
      await at.drain()
      expect((await at.sweep()).calls).toBe(1)
      at.forward(121 * DAY)
      expect(await at.sweep()).toEqual({ again: null, calls: 0 })
    })

    it('costs the calls that docs/server.md states', async () => {
      await open()
      const bills: Bill[] = []
      for (let index = 0; index < 41; index += 1) await at.accept(`K-${index}`)
      await at.drain()
      for (let index = 0; index < 41; index += 1) bills.push((await posted(`K-${index}`)).bill)
      // What we did ourselves is known: one page tells that there is nothing else.
      expect((await at.sweep()).calls).toBe(1)
      // Forty of ours, and one more, that somebody changed.
      for (const bill of bills) await at.change(bill, { status: 'AUTHORISED' })
      expect((await at.sweep()).calls).toBe(1 + 2)
      expect((await at.sweep()).calls).toBe(1)
      // A thousand bills of others, and those of ours that are within the overlap.
      const { documents } = at.xero.sandbox.organisation('Harbour')
      const [one] = documents
      for (let index = 0; index < 1000 && one; index += 1) {
        documents.push({ ...one, id: crypto.randomUUID(), number: `O-${index}`, updatedAt: new Date() })
      }
      expect((await at.sweep()).calls).toBe(2)
      // Once a credit is followed, credits are asked for by themselves; the one who follows them knows it.
      documents.splice(41)
      await at.post('K-99', { bill: aBillToPost('K-99', { kind: 'credit' }) })
      expect((await at.sweep()).calls).toBe(2)
    })

    it('is called for by a hint of what is news to us, and not again within a minute', async () => {
      await open()
      const bill = await at.post('L-1')
      const wanted: string[] = []
      const jobs = {
        sweep: async (id: string, when: string) => {
          wanted.push(`${id} ${when}`)
        },
      }
      const context = { database, jobs, clock: at.context.clock }
      const hint = (over: Partial<Hint> = {}): Hint => {
        const about = { organisation: 'tenant-1', bill: bill.id as string, at: at.context.clock() }
        return { ...about, at: addMilliseconds(about.at, 10_000), ...over }
      }
      const heeded = (...hints: Hint[]) => heedHints(context, 'xero', hints)
      // Our own writing, as its event tells it; another's bill; another organisation; another ledger.
      expect(await heeded(hint({ at: addMilliseconds(bill.changedAt as Instant, 900) }))).toBe(0)
      expect(await heeded(hint({ bill: crypto.randomUUID() }), hint({ organisation: 'tenant-2' }))).toBe(0)
      expect(await heedHints(context, 'quickbooks', [hint()])).toBe(0)
      expect(await heeded()).toBe(0)
      expect(await heeded(hint(), hint())).toBe(1)
      await at.change(bill, { status: 'AUTHORISED' })
      await at.sweep()
      const swept = at.context.clock()
      const { changedAt } = (await posted('L-1')).bill
      // The same event again, as after an answer that came too late.
      expect(await heeded(hint({ at: changedAt as Instant }))).toBe(0)
      expect(await heeded(hint())).toBe(1)
      expect(wanted).toHaveLength(2)
      const again = Date.parse(wanted[1]?.split(' ')[1] ?? '') - Date.parse(swept)
      expect(again).toBeGreaterThan(50_000)
      expect(again).toBeLessThanOrEqual(60_000)
    })

    it('comes again later after trouble, and not at all once the consent has ended', async () => {
      const trouble: { next: LedgerTrouble | null } = { next: null }
      const lost: string[] = []
      await open({
        ledgerOf: async () => {
          if (trouble.next) throw trouble.next
          return at.ledger
        },
        lost: async id => {
          lost.push(id)
          return lost.length > 1
        },
      })
      const bill = await at.post('J-1').catch(error => error as Error)
      expect(bill).not.toBeInstanceOf(Error)
      trouble.next = new LedgerTrouble('not-sent', 'Xero answered nothing')
      const { again } = await at.sweep()
      expect(again !== null && again > at.context.clock()).toBe(true)
      trouble.next = new LedgerTrouble('connection-lost', 'Xero answered 403')
      const renewed = await at.sweep()
      expect(renewed.again !== null && renewed.again > at.context.clock()).toBe(true)
      expect((await at.sweep()).again).toBeNull()
      expect(lost).toEqual([at.connection, at.connection])
    })
  })
})
