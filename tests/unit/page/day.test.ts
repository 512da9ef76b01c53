import { expect, test } from 'vitest'
import { readDay } from '#lib/page/day.ts'

test.each([
  ['2026-11-23', 'en', '2026-11-23'],
  ['2026-11-23T18:30:00Z', 'en', '2026-11-23'],
  ['23 Nov 2026', 'en', '2026-11-23'],
  ['23 November 2026, 18:30', 'en', '2026-11-23'],
  ['Nov 23, 2026', 'en', '2026-11-23'],
  ['23-Nov-26', 'en', '2026-11-23'],
  ['1st Dec 2026', 'en', '2026-12-01'],
  ['03/04/2026', 'en-SG', '2026-04-03'],
  ['03/04/2026', 'en-US', '2026-03-04'],
  ['13/04/2026', 'en-US', '2026-04-13'],
  ['04/13/2026', 'en-SG', '2026-04-13'],
  ['23.11.2026', 'de', '2026-11-23'],
  ['2026年11月23日', 'zh', '2026-11-23'],
  ['23 Disember 2026', 'ms', '2026-12-23'],
  ['23 พฤศจิกายน 2569', 'th', '2026-11-23'],
  ['23/11/2569', 'th', '2026-11-23'],
])('reads %s on a page in %s as %s', (text, language, day) => {
  expect(readDay(text, language)).toBe(day)
})

test.each(['', '–', 'yesterday', '2026-02-30', '31/31/2026'])('does not guess a day in “%s”', text => {
  expect(readDay(text)).toBeNull()
})

test('reads on although the page gives no proper language tag', () => {
  expect(readDay('23 Nov 2026', 'not a language')).toBe('2026-11-23')
})
