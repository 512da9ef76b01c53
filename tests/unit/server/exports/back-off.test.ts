import { expect, test } from 'vitest'
import { createBackOff } from '#server/exports/back-off.ts'

test('waits twice as long each time, up to a minute, and begins again after a success', () => {
  const backOff = createBackOff(() => 0)
  const waits = Array.from({ length: 8 }, () => backOff.failed('a'))
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  expect(backOff.failed('b')).toBe(1000)
  backOff.over('a')
  expect(backOff.failed('a')).toBe(1000)
})

test('shortens each wait at random, by half at most', () => {
  expect(createBackOff(() => 1).failed('a')).toBe(500)
  expect(createBackOff(() => 0.5).failed('a')).toBe(750)
})
