import { expect, test } from 'vitest'
import { switchedOff, switchedOffWords } from '#lib/page/switched-off.ts'

test.each([
  ['*', '0.1.0', true],
  ['0.1.0', '0.1.0', true],
  ['0.1', '0.1.0', true],
  ['0.1.0', '0.1.1', false],
  ['<=0.3.1', '0.3.1', true],
  ['<=0.3.1', '0.3.2', false],
  ['<0.10.0', '0.9.9', true],
  ['<0.3.1', '0.3.1', false],
  ['>0.3.1', '0.3.1', false],
  ['>=0.2.0 <0.4.0', '0.3.9', true],
  ['>=0.2.0 <0.4.0', '0.4.0', false],
  ['>=0.2.0 <0.4.0', '0.1.9', false],
])('with “%s” finds %s switched off: %s', (bounds, version, isOff) => {
  const disabled = [{ feature: 'marks' as const, versions: ['9.9.9', bounds] }]
  expect(switchedOff({ disabled }, version)).toEqual(isOff ? ['marks'] : [])
})

test('names a feature once, however often it is switched off', () => {
  const disabled = [
    { feature: 'bar' as const, versions: ['*'] },
    { feature: 'bar' as const, versions: ['0.1.0'] },
    { feature: 'feed' as const, versions: ['0.1.0'] },
  ]
  expect(switchedOff({ disabled }, '0.1.0')).toEqual(['bar', 'feed'])
})

test('says in a sentence what is off, and nothing where nothing is', () => {
  expect(switchedOffWords([])).toBeNull()
  expect(switchedOffWords(['marks'])).toBe(
    'Foodrazor has changed: until Clearcloud is updated, it does without its marks on the clouds.',
  )
  expect(switchedOffWords(['marks', 'feed', 'bar'])).toMatch(
    / without its marks on the clouds, reading what Foodrazor loads, and its bar\.$/,
  )
})
