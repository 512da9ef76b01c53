import { parse } from 'yaml'
import { speakFrom } from '#lib/words/say.ts'
import { flat } from '#tests/builders/catalogue.ts'

// The gallery is no extension: nobody gives it the texts of the language that its address names.
const texts = import.meta.glob<string>('../../lib/words/locales/*.yml', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const language = new URLSearchParams(location.search).get('language') ?? 'en'
const text = texts[`../../lib/words/locales/${language}.yml`]
if (text === undefined) throw new Error(`There is no catalogue of ${language}`)
const catalogue = flat(parse(text))
speakFrom(name => catalogue.get(name) ?? '')
document.documentElement.lang = language
