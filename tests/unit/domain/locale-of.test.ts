import { expect, it } from 'vitest'
import { localeOf } from '#lib/domain/locale-of.ts'
import type { Say } from '#lib/domain/say.ts'

const speaking = (language: string, ui: string) =>
  ((key: string) => (key === 'language' ? language : ui)) as unknown as Say

it.each([
  ['en', 'en_GB', 'en-GB'],
  ['en', 'fr', 'en'],
  ['ja', 'ja_JP_macos', 'ja-JP-macos'],
  ['zh-TW', 'zh_TW', 'zh-TW'],
  // No browser: the text's own key.
  ['en', '@@ui-locale', 'en'],
])('writes numbers beside %s in a browser in %s as %s has them', (language, ui, locale) => {
  expect(localeOf(speaking(language, ui))).toBe(locale)
  expect(() => new Intl.NumberFormat(locale)).not.toThrow()
})
