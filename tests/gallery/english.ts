import { parse } from 'yaml'
import { speakFrom } from '#lib/words/say.ts'
import { flat } from '#tests/builders/catalogue.ts'
import text from '../../lib/words/locales/en.yml?raw'

// The gallery is no extension: nobody gives it the texts.
const english = flat(parse(text))
speakFrom(name => english.get(name) ?? '')
