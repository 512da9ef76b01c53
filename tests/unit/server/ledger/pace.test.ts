import { expect, test } from 'vitest'
import { createPace, headerOf } from '#server/ledger/pace.ts'

function byHand() {
  const slept: number[] = []
  let now = 1_000_000
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      slept.push(ms)
      now += ms
    },
  }
  return { pace: createPace(clock), slept, pass: (ms: number) => (now += ms) }
}

test('runs four at once, and the fifth when one has ended', async () => {
  const { pace } = byHand()
  const ends: (() => void)[] = []
  let begun = 0
  const calls = Array.from({ length: 5 }, () =>
    pace.run(() => {
      begun += 1
      return new Promise<void>(done => ends.push(done))
    }, false),
  )
  await expect.poll(() => begun).toBe(4)
  ends[0]?.()
  await expect.poll(() => begun).toBe(5)
  for (const end of ends) end()
  await Promise.all(calls)
})

test('gives the place of a call that failed to the next', async () => {
  const { pace } = byHand()
  const failing = Array.from({ length: 8 }, () => pace.run(() => Promise.reject(new Error('no')), false))
  const results = await Promise.allSettled(failing)
  expect(results.every(({ status }) => status === 'rejected')).toBe(true)
  expect(await pace.run(async () => 'yes', false)).toBe('yes')
})

test('holds what nobody waits for until our oldest call of the minute falls free', async () => {
  const { pace, slept, pass } = byHand()
  await pace.run(async () => pace.learn({ 'X-MinLimit-Remaining': '5' }), true)
  pass(20_000)
  await pace.run(async () => undefined, true)
  expect(slept).toEqual([40_000])
})

test('leaves the last calls of a minute to people, who do not wait', async () => {
  const { pace, slept } = byHand()
  pace.learn({ 'x-minlimit-remaining': '1' })
  await pace.run(async () => undefined, false)
  expect(slept).toEqual([])
  await pace.run(async () => undefined, true)
  expect(slept).toHaveLength(1)
})

test('does not hold back when an answer says nothing of limits', async () => {
  const { pace, slept } = byHand()
  pace.learn({ 'content-type': 'text/html' })
  pace.learn(undefined)
  await pace.run(async () => undefined, true)
  expect(slept).toEqual([])
})

test('reads a header in whatever case it comes', () => {
  expect(headerOf({ 'Retry-After': 7 }, 'retry-after')).toBe('7')
  expect(headerOf({}, 'retry-after')).toBeNull()
})
