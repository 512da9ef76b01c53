import { expect, onTestFinished, test } from 'vitest'
import { language, say, sayCount, speakFrom } from '#lib/words/say.ts'
import { flat } from '#tests/builders/catalogue.ts'
import { english } from '#tests/english.ts'

function speak(catalogue: unknown): void {
  const texts = flat(catalogue)
  speakFrom(name => texts.get(name) ?? '')
  onTestFinished(() => speakFrom(name => english.get(name) ?? ''))
}

test('gives the text of a key, and puts the arguments in', () => {
  expect(say('status.missing-account')).toBe('Missing account')
  expect(say('refused.unexpected', { error: 'no {n} $1' })).toBe('Something unexpected went wrong: no {n} $1')
})

test('chooses the plural form and writes the number as the language does', () => {
  expect(sayCount('said.exporting', 1)).toBe('Exporting 1 invoice.')
  expect(sayCount('said.exporting', 1234)).toBe('Exporting 1,234 invoices.')
})

test('takes the one form of a language that knows no plural', () => {
  speak({ language: 'id', said: { exporting: { other: '{n} invoice sedang diekspor.' } } })
  expect(language()).toBe('id')
  expect(sayCount('said.exporting', 1)).toBe('1 invoice sedang diekspor.')
  expect(sayCount('said.exporting', 1234)).toBe('1.234 invoice sedang diekspor.')
})

test('shows the key of a text that is not there', () => {
  speak({ language: 'en' })
  expect(say('status.ready')).toBe('status.ready')
})
