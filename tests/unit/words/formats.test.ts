import { expect, onTestFinished, test } from 'vitest'
import type { Currency, Money } from '#lib/domain/money.ts'
import { dates, decimals, money } from '#lib/words/formats.ts'
import { speakFrom } from '#lib/words/say.ts'
import { english } from '#tests/english.ts'

/** The catalogue's language, and that of the browser's own menus. */
function speak(catalogue: string, ui: string): void {
  const texts = new Map([
    ['language', catalogue],
    ['@@ui_locale', ui],
  ])
  speakFrom(name => texts.get(name) ?? '')
  onTestFinished(() => speakFrom(name => english.get(name) ?? ''))
}

const written = () => [
  money('-1234.50' as Money, 'SGD' as Currency).replace(/\s/g, ' '),
  decimals({ maximumFractionDigits: 6 })('12345678901234567.250'),
  dates({ dateStyle: 'medium', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 3)),
]

test('writes amounts, exact numbers and days as the browser’s variety of the language does', () => {
  speak('en', 'en_GB')
  expect(written()).toEqual(['-SGD 1,234.50', '12,345,678,901,234,567.25', '3 Nov 2026'])
})

test('writes them as the words’ own language does where the browser’s is another', () => {
  speak('en', 'fr')
  expect(written()).toEqual(['-SGD 1,234.50', '12,345,678,901,234,567.25', 'Nov 3, 2026'])
})

test('writes them as Indonesian does', () => {
  speak('id', 'id')
  expect(written()).toEqual(['-SGD 1.234,50', '12.345.678.901.234.567,25', '3 Nov 2026'])
})
