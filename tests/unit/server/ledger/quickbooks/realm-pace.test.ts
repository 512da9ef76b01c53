import { expect, test } from 'vitest'
import { createRealmPace } from '#server/ledger/quickbooks/realm-pace.ts'

function byHand() {
  let now = 1_000_000
  const begun: number[] = []
  const pace = createRealmPace({
    now: () => now,
    sleep: async ms => {
      now += ms
    },
  })
  const call = (of: { patient?: boolean; batch?: boolean } = {}) =>
    pace.run(
      async () => {
        begun.push(now)
      },
      { patient: false, batch: false, ...of },
    )
  const times = async (count: number, of = {}) => {
    for (let index = 0; index < count; index += 1) await call(of)
  }
  const pass = (ms: number) => {
    now += ms
  }
  return { pace, begun, times, pass, within: (ms: number) => begun.filter(at => at > now - ms).length }
}

test('begins no more than ten calls in any second', async () => {
  const { begun, times } = byHand()
  await times(30)
  const most = Math.max(...begun.map(from => begun.filter(at => at >= from && at < from + 1000).length))
  expect(most).toBe(10)
})

test('begins no more than 480 calls in a minute, 460 of what nobody waits for', async () => {
  const { times, within } = byHand()
  await times(1000, { patient: true })
  expect(within(60_000)).toBe(460)
  await times(600)
  expect(within(60_000)).toBe(480)
})

test('begins no more than 38 batches in a minute, and other calls beside them', async () => {
  const { begun, times } = byHand()
  await times(39, { batch: true })
  expect((begun[38] ?? 0) - (begun[0] ?? 0)).toBeGreaterThanOrEqual(60_000)
  await times(1)
  expect((begun[39] ?? 0) - (begun[38] ?? 0)).toBeLessThan(1000)
})

test('counts a call until a second after its end, for it may have arrived as late as that', async () => {
  const { pace, begun, pass, times } = byHand()
  const of = { patient: false, batch: false }
  await Promise.all(
    Array.from({ length: 5 }, () =>
      pace.run(async () => {
        await Promise.resolve()
        pass(100)
      }, of),
    ),
  )
  const over = 1_000_500
  await times(6)
  expect(begun.filter(at => at < over + 600)).toHaveLength(5)
})

test('runs eight at once, and gives the place of a call that failed to the next', async () => {
  const { pace } = byHand()
  const ends: (() => void)[] = []
  const of = { patient: false, batch: false }
  const calls = Array.from({ length: 9 }, (_, index) =>
    pace.run(
      () =>
        new Promise<void>((done, failed) => {
          ends.push(index === 0 ? () => failed(new Error('no')) : done)
        }),
      of,
    ),
  )
  await expect.poll(() => ends.length).toBe(8)
  ends[0]?.()
  await expect(calls[0]).rejects.toThrow('no')
  await expect.poll(() => ends.length).toBe(9)
  for (const end of ends) end()
  await Promise.all(calls.slice(1))
})
