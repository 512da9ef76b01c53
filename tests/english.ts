import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { speakFrom } from '#lib/words/say.ts'
import { flat } from '#tests/builders/catalogue.ts'

// The tests read English words: the very ones that the extension ships.
const path = `${import.meta.dirname}/../lib/words/locales/en.yml`
/** The English texts by their names. */
export const english = flat(parse(readFileSync(path, 'utf8')))
speakFrom(name => english.get(name) ?? '')
