import { readdirSync, readFileSync } from 'node:fs'
import { join, parse as parsePath } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { flat } from '#tests/builders/catalogue.ts'
import { english } from '#tests/english.ts'

const folder = join(import.meta.dirname, '../../../lib/words/locales')
/** The languages of the restaurants that Foodrazor serves. */
const promised = ['en', 'id', 'ja', 'ms', 'th', 'vi', 'zh-CN', 'zh-TW']
const languages = readdirSync(folder).map(file => parsePath(file).name)

test('there is a catalogue of every language that was promised', () => {
  expect(languages.sort()).toEqual(promised)
})

describe.each(languages)('the catalogue of %s', language => {
  const texts = flat(parse(readFileSync(join(folder, `${language}.yml`), 'utf8')))
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories

  test('has a text for each English one, and no other', () => {
    const wanted = [...english.keys()].filter(name => !isPlural(name, 'one') || forms.includes('one'))
    expect([...texts.keys()].sort()).toEqual(wanted.sort())
  })

  test('names what is put in as the English one does', () => {
    for (const [name, text] of texts) {
      expect(placeholders(text), name).toEqual(placeholders(english.get(name) ?? ''))
    }
  })

  test('says something everywhere, and nothing that a browser would take for its own', () => {
    for (const [name, text] of texts) {
      expect(text.trim(), name).not.toBe('')
      expect(text, name).not.toContain('$')
    }
  })

  test('names itself as browsers do', () => {
    expect(texts.get('language')).toBe(language)
    expect(Intl.getCanonicalLocales(language)).toEqual([language])
  })
})

/** `said_linked_one` beside `said_linked_other`; not one of two sentences that are told apart by their number. */
function isPlural(name: string, category: string): boolean {
  const base = name.slice(0, -category.length)
  return name.endsWith(`_${category}`) && english.has(`${base}other`)
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole))].sort()
}
