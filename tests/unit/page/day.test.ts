import { expect, test } from 'vitest'
import { dayOrderOf, readDay } from '#lib/page/day.ts'

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
  ['3 พ.ย. 2569', 'th', '2026-11-03'],
  ['๓ พ.ย. ๒๕๖๙', 'th', '2026-11-03'],
  ['3 พ.ย. 69', 'th', '2026-11-03'],
  ['3 พ.ย. 2569', 'en', '2026-11-03'],
  ['3 พฤศจิกายน พ.ศ. 2569', 'th', '2026-11-03'],
  ['03/11/69', 'th', '2026-11-03'],
  ['03/11/26', 'th', '2026-11-03'],
  ['2569-11-03 14:30', 'th', '2026-11-03'],
  ['2026年11月3日', 'zh-CN', '2026-11-03'],
  ['２０２６年１１月３日（火）', 'ja', '2026-11-03'],
  ['2026/11/03', 'ja', '2026-11-03'],
  ['26/11/03', 'ja', '2026-11-03'],
  ['令和8年11月3日', 'ja', '2026-11-03'],
  ['令和元年11月3日', 'ja', '2019-11-03'],
  ['民國115年11月3日', 'zh-TW', '2026-11-03'],
  ['3 tháng 11, 2026', 'vi', '2026-11-03'],
  ['ngày 3 tháng 11 năm 2026', 'vi', '2026-11-03'],
  ['3 thg 11, 2026', 'vi', '2026-11-03'],
  ['03/11/2026', 'vi', '2026-11-03'],
  ['3 November 2026', 'id', '2026-11-03'],
  ['3 Agustus 2026', 'id', '2026-08-03'],
  ['3 Okt 2026', 'id', '2026-10-03'],
  ['3 Ogos 2026', 'ms', '2026-08-03'],
  ['3 Mac 2026', 'ms', '2026-03-03'],
  ['03.11.2026', 'ms', '2026-11-03'],
  ['Selasa, 3 Nov 2026', 'ms', '2026-11-03'],
  ['Tue 3 Nov 2026 08:15', 'en-SG', '2026-11-03'],
  ['20261103', 'en', '2026-11-03'],
])('reads %s on a page in %s as %s', (text, language, day) => {
  expect(readDay(text, language)).toBe(day)
})

test.each(['', '–', 'yesterday', '2026-02-30', '31/31/2026', '3 Nov', '11 พ.ย.', '3 Foo 2026', '12345678'])(
  'does not guess a day in “%s”',
  text => {
    expect(readDay(text)).toBeNull()
  },
)

test('reads on although the page gives no proper language tag', () => {
  expect(readDay('23 Nov 2026', 'not a language')).toBe('2026-11-23')
})

test.each([
  [['03/04/2026', '25/04/2026'], 'en-US', 'day-first'],
  [['03/04/2026', '04/25/2026'], 'en-SG', 'month-first'],
  [['๐๓/๐๔/๒๕๖๙', '๒๕/๐๔/๒๕๖๙'], 'en-US', 'day-first'],
  [['25/04/2026', '04/25/2026'], 'en-SG', 'day-first'],
  [['25/04/2026', '04/25/2026'], 'en-US', 'month-first'],
  [['03/04/2026', '3 Nov 2026', ''], 'th', 'day-first'],
  [[], 'en-PH', 'month-first'],
] as const)('reads the order of %j on a page in %s as %s', (texts, language, order) => {
  expect(dayOrderOf(texts, language)).toBe(order)
})

test('follows the order that the other rows told, against the language', () => {
  expect(readDay('03/04/2026', 'en-US', 'day-first')).toBe('2026-04-03')
  expect(readDay('03/04/2026', 'en-SG', 'month-first')).toBe('2026-03-04')
  expect(readDay('23/04/2026', 'en-SG', 'month-first')).toBe('2026-04-23')
})
