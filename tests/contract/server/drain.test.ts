import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BillState } from '#lib/domain/bill.ts'
import { drain } from '#server/exports/drain.ts'
import { changing, setProgress } from '#server/exports/export-store.ts'
import { unrecognisedAnswers } from '#server/exports/unrecognised-answers.ts'
import { LedgerTrouble, type Outcome } from '#server/ledger/port.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { type DrainStage, drainStage, make } from './drain-stage.ts'

let at: DrainStage
beforeAll(async () => {
  at = await drainStage()
}, 30_000)
afterAll(() => at?.close())
beforeEach(async () => {
  await at.database.query('DELETE FROM attempts')
  await at.database.query('DELETE FROM exports')
  Object.assign(at.ledger, { bills: [], calls: [], onCreate: null, onUpdate: null, onFind: null, batch: 50 })
})

const lost = () => new LedgerTrouble('unknown-outcome', 'No answer')
const numbers = () => at.ledger.calls.map(call => call.numbers)

/** Fails the first so many calls with an unknown outcome, the ledger having done `before`. */
function failing(times: number, before: (bills: Parameters<typeof make>[1][]) => void = () => undefined) {
  let left = times
  at.ledger.onCreate = bills => {
    if (left === 0) return undefined
    left -= 1
    before([...bills])
    throw lost()
  }
}

describe('when an answer does not come', () => {
  it('is not sure, looks, and makes the very same call again under the same key', async () => {
    failing(1)
    for (const number of ['A-1', 'A-2']) await at.accept(number)
    expect(await at.run()).not.toBeNull()
    expect(await at.progress('A-1')).toEqual({ state: 'checking' })
    await at.runAll()
    expect(numbers()).toEqual([
      ['A-1', 'A-2'],
      ['A-1', 'A-2'],
    ])
    expect(at.ledger.calls[1]?.key).toBe(at.ledger.calls[0]?.key)
    expect(await at.progress('A-2')).toMatchObject({ state: 'posted', linked: false })
  })

  it('takes what it finds for done, and sends the rest anew only when the ledger has come to rest', async () => {
    failing(1, ([first]) => first && make(at.ledger, first))
    for (const number of ['B-1', 'B-2']) await at.accept(number)
    await at.run()
    const again = await at.run()
    expect(await at.progress('B-1')).toMatchObject({ state: 'posted', linked: false })
    expect(await at.progress('B-2')).toEqual({ state: 'checking' })
    expect(numbers()).toEqual([['B-1', 'B-2']])
    expect(again).not.toBeNull()
    await at.runAll()
    expect(numbers()).toEqual([['B-1', 'B-2'], ['B-2']])
    expect(at.ledger.calls[1]?.key).not.toBe(at.ledger.calls[0]?.key)
  })

  it('does not trust a key that the ledger may have forgotten', async () => {
    failing(1)
    await at.accept('C-1')
    await at.run()
    at.forward(6 * 60_000)
    await at.runAll()
    expect(numbers()).toEqual([['C-1'], ['C-1']])
    expect(at.ledger.calls[1]?.key).not.toBe(at.ledger.calls[0]?.key)
  })

  it('lets no bill that the ledger cannot digest take others with it', async () => {
    at.ledger.onCreate = bills => {
      if (bills.some(({ bill }) => bill.number === 'D-bad')) throw lost()
      return undefined
    }
    const good = Array.from({ length: 9 }, (_, index) => `D-${index}`)
    for (const number of [...good.slice(0, 5), 'D-bad', ...good.slice(5)]) await at.accept(number)
    for (let round = 0; round < 60; round += 1) {
      const again = await at.run()
      if (again) at.forward(Date.parse(again) - Date.parse(at.context.clock()))
    }
    const states = await Promise.all(good.map(async number => (await at.progress(number))?.state))
    expect(states).toEqual(good.map(() => 'posted'))
    expect((await at.progress('D-bad'))?.state).toBe('checking')
    expect(at.ledger.bills).toHaveLength(good.length)
  })

  it('looks up only the one bill that an answer does not name', async () => {
    let answered = false
    at.ledger.onCreate = bills => {
      if (answered) return undefined
      answered = true
      return bills.map((one): Outcome => {
        const bill = make(at.ledger, one)
        return bill.number === 'E-2' ? { kind: 'unknown' } : { kind: 'posted', bill }
      })
    }
    for (const number of ['E-1', 'E-2', 'E-3']) await at.accept(number)
    await at.runAll()
    expect(numbers()).toEqual([['E-1', 'E-2', 'E-3']])
    expect(await at.progress('E-2')).toMatchObject({ state: 'posted', linked: false })
  })

  it('waits longer each time the ledger cannot be reached', async () => {
    at.ledger.onFind = () => Promise.reject(new LedgerTrouble('not-sent', 'Nobody answers'))
    await at.accept('F-1')
    const waits: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const again = await at.run()
      waits.push(Math.round((Date.parse(again ?? '') - Date.parse(at.context.clock())) / 1000))
    }
    expect(waits).toEqual([1, 2, 4, 8])
    at.ledger.onFind = null
    await at.runAll()
  })
})

describe('when the ledger sets limits', () => {
  it('says until when it waits, calls nobody before, and goes on by itself', async () => {
    const until = () => new LedgerTrouble('rate-limit', 'Slow down', at.context.clock())
    at.ledger.onFind = () => Promise.reject(until())
    await at.accept('G-1')
    await at.run()
    expect(await at.progress('G-1')).toEqual({ state: 'accepted' })
    const later = new Date(Date.parse(at.context.clock()) + 3_600_000).toISOString()
    at.ledger.onFind = () => Promise.reject(new LedgerTrouble('rate-limit', 'Tomorrow', later as never))
    expect(await at.run()).toBe(later)
    expect(await at.progress('G-1')).toEqual({ state: 'waiting', why: 'rate-limit', until: later })
    let asked = 0
    at.ledger.onFind = async () => {
      asked += 1
    }
    await at.accept('G-2')
    expect(await at.run()).toBe(later)
    expect(asked).toBe(0)
    await at.runAll()
    expect(await at.progress('G-1')).toMatchObject({ state: 'posted' })
    expect(await at.progress('G-2')).toMatchObject({ state: 'posted' })
  })

  it('puts no more into a call than the ledger takes, by count or by bytes', async () => {
    Object.assign(at.ledger, { batch: 2 })
    for (const number of ['H-1', 'H-2', 'H-3']) await at.accept(number)
    await at.runAll()
    Object.assign(at.ledger, { batch: 50, batchBytes: 600 })
    for (const number of ['H-4', 'H-5']) await at.accept(number)
    await at.runAll()
    Object.assign(at.ledger, { batchBytes: 1_000_000 })
    expect(numbers()).toEqual([['H-1', 'H-2'], ['H-3'], ['H-4'], ['H-5']])
  })
})

describe('what is sent', () => {
  it('leaves out what a person stopped in the meantime', async () => {
    const id = await at.accept('I-1')
    await at.accept('I-2')
    at.ledger.onFind = async () => {
      at.ledger.onFind = null
      await changing(at.database, at.workspace, sql =>
        setProgress(sql, at.workspace, [{ id, progress: { state: 'cancelled' } }]),
      )
    }
    await at.runAll()
    expect(numbers()).toEqual([['I-2']])
    expect(await at.progress('I-1')).toEqual({ state: 'cancelled' })
  })

  it('changes our own bill that came to another total, and makes no second one', async () => {
    const request = { bill: { ...aBillToPost('J-1'), total: '11.00' } }
    at.ledger.onCreate = ([one]) => {
      if (!one) return []
      const bill = make(at.ledger, { ...one, bill: { ...one.bill, total: '10.90' as never } })
      const failure = { code: 'totals-differ', raw: '', billState: bill.state }
      return [{ kind: 'refused', failure, bill }]
    }
    await at.accept('J-1', request)
    await at.runAll()
    expect(await at.progress('J-1')).toMatchObject({ state: 'refused', bill: { total: '10.90' } })
    await at.accept('J-1', request)
    await at.runAll()
    expect(await at.progress('J-1')).toMatchObject({ state: 'posted', bill: { total: '11.00' } })
    expect(at.ledger.bills).toHaveLength(1)
  })

  it.each(['approved', 'paid', 'voided', 'missing'] as const)(
    'says that a bill is %s now, though it was a draft when it was read',
    async state => {
      await at.accept('K-1')
      await at.runAll()
      const [bill] = at.ledger.bills
      if (!bill) throw new Error('No bill was made')
      at.ledger.onUpdate = () => {
        at.ledger.bills[0] = { ...bill, state: BillState.parse(state) }
        const failure = { code: 'invalid-modification', raw: 'Not of valid status', billState: null }
        return [{ kind: 'refused', failure, bill: null }]
      }
      await at.accept('K-1', {
        bill: aBillToPost('K-1', { price: '6.00' }),
        operation: { kind: 'update', billId: bill.id, submittedToo: false },
      })
      await at.runAll()
      expect(await at.progress('K-1')).toMatchObject({
        state: 'refused',
        failure: { code: 'invalid-modification', billState: state },
        ...(state === 'missing'
          ? { bill: null, billContent: null }
          : { bill: { id: bill.id, state }, billContent: aBillToPost('K-1').content }),
      })
    },
  )

  it('refuses by itself what cannot be understood any more', async () => {
    const id = await at.accept('L-1')
    await at.accept('L-2')
    await at.database.query("UPDATE exports SET request = request - 'bill' WHERE id = $1", [id])
    await at.runAll()
    expect(await at.progress('L-1')).toMatchObject({ state: 'refused', failure: { code: 'not-understood' } })
    expect(await at.progress('L-2')).toMatchObject({ state: 'posted' })
  })
  it('does not wait for a consent that was given while an older one ended', async () => {
    const { context } = at
    let [ended, given] = [true, true]
    const lost = { ...context, lost: async () => !given }
    at.ledger.onCreate = () => {
      if (ended) throw new LedgerTrouble('connection-lost', 'Xero answered 403')
      return undefined
    }
    await at.accept('N-1')
    const again = await drain(lost, at.connection)
    expect(again !== null && again > context.clock()).toBe(true)
    expect(await at.progress('N-1')).not.toMatchObject({ state: 'waiting' })
    given = false
    expect(await drain(lost, at.connection)).toBeNull()
    expect(await at.progress('N-1')).toEqual({ state: 'waiting', why: 'reconnect', until: null })
    ended = false
    await at.runAll()
    expect(await at.progress('N-1')).toMatchObject({ state: 'posted' })
  })

  it('counts the answers that nobody has catalogued, alike ones as one, and those alone', async () => {
    const answers = ['Bill "M-1" is odd', 'Bill "M-2" is odd', 'Account code is archived']
    at.ledger.onCreate = bills =>
      bills.map((_, index) => {
        const raw = answers[index] ?? ''
        const code = raw.endsWith('odd') ? 'unknown' : 'account-archived'
        return { kind: 'refused', failure: { code, raw, billState: null }, bill: null }
      })
    for (const number of ['M-1', 'M-2', 'M-3']) await at.accept(number)
    await at.runAll()
    expect(await unrecognisedAnswers(at.database)).toMatchObject([
      { ledger: 'xero', words: 'Bill “…” is odd', times: 2 },
    ])
  })
})
