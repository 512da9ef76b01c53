import { expect, test } from 'vitest'
import { keepWholeCatalogues } from '../../../.ci/build/whole-catalogues.ts'

const catalogue = (language: string, ...texts: string[]) => ({
  relativeDest: `_locales/${language}/messages.json`,
  contents: JSON.stringify(Object.fromEntries(texts.map(text => [text, { message: text }]))),
})

function kept(...assets: { relativeDest: string; contents?: string }[]) {
  keepWholeCatalogues(assets)
  return assets.map(({ relativeDest }) => relativeDest)
}

const english = catalogue('en', 'bar_ready', 'products_one', 'products_other')

test('a language with every text is built', () => {
  expect(kept(english, catalogue('de', 'bar_ready', 'products_one', 'products_other'))).toHaveLength(2)
})

test('a language that lacks a text is left out, wherever it stands', () => {
  expect(kept(catalogue('de', 'bar_ready'), english)).toEqual(['_locales/en/messages.json'])
})

test('a language without a form of its own for one is whole', () => {
  expect(kept(english, catalogue('zh_CN', 'bar_ready', 'products_other'))).toHaveLength(2)
})

test('assets that are no catalogues stay', () => {
  expect(kept(english, { relativeDest: 'icon.svg' })).toContain('icon.svg')
})

test('a build without English is refused', () => {
  expect(() => keepWholeCatalogues([catalogue('de', 'bar_ready')])).toThrow('no English catalogue')
})
