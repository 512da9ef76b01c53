import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMilliseconds } from '#lib/domain/instant.ts'
import { claim, leaseMs, nextDue, putIntent, release } from '#lib/store/outbox.ts'
import { aStore, now, outletId } from './a-store.ts'

const intent = (key: string) => ({ kind: 'mutation' as const, key, invoiceId: null, outletId, body: { key } })
const any = { wanted: () => true, most: 10, inOrder: false, now }

describe('the outbox', () => {
  it('holds the same intent once, with the newer body', async () => {
    const store = aStore()
    await putIntent(store, intent('a'), now)
    await putIntent(store, { ...intent('a'), body: 'newer' }, now)
    expect(await store.outbox.toArray()).toMatchObject([{ key: 'a', body: 'newer' }])
  })

  it('gives each row to exactly one claimer, however many claim at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (rows, claimers) => {
          const store = aStore()
          for (let n = 0; n < rows; n += 1) await putIntent(store, intent(`k${n}`), now)
          const claims = await Promise.all(
            Array.from({ length: claimers }, (_, n) => claim(store, { ...any, owner: `w${n}`, most: 4 })),
          )
          const keys = claims.flat().map(row => row.key)
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys.length).toBe(Math.min(rows, claimers * 4))
        },
      ),
      { numRuns: 15 },
    )
  })

  it('lets another claim once the lease has run out, and no sooner', async () => {
    const store = aStore()
    await putIntent(store, intent('a'), now)
    expect(await claim(store, { ...any, owner: 'dead' })).toHaveLength(1)
    expect(await nextDue(store)).toBe(addMilliseconds(now, leaseMs))
    const before = addMilliseconds(now, leaseMs - 1)
    const after = addMilliseconds(now, leaseMs)
    expect(await claim(store, { ...any, owner: 'next', now: before })).toHaveLength(0)
    expect(await claim(store, { ...any, owner: 'next', now: after })).toHaveLength(1)
  })

  it('lets nothing overtake where order counts', async () => {
    const store = aStore()
    for (const key of ['a', 'b', 'c']) await putIntent(store, intent(key), now)
    const [first] = await claim(store, { ...any, owner: 'w', most: 1, inOrder: true })
    expect(first?.key).toBe('a')
    expect(await claim(store, { ...any, owner: 'x', inOrder: true })).toEqual([])
  })

  it('does not give back what another has claimed since', async () => {
    const store = aStore()
    await putIntent(store, intent('a'), now)
    const rows = await claim(store, { ...any, owner: 'slow' })
    const later = addMilliseconds(now, leaseMs)
    await claim(store, { ...any, owner: 'quick', now: later })
    await release(store, rows, later)
    expect((await store.outbox.toArray())[0]?.leasedBy).toBe('quick')
  })
})
