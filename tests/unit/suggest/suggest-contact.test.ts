import { describe, expect, it } from 'vitest'
import { Contact } from '#lib/domain/ledger-lists.ts'
import { createContactSuggester } from '#lib/suggest/suggest-contact.ts'

const contacts = [
  ['c-1', 'Green Valley Produce', true],
  ['c-2', 'Old Mill Dairy', false],
  ['c-3', 'Sun Farm Pte Ltd', true],
  ['c-4', 'Sun Farm Sdn Bhd', true],
  ['c-5', 'Mill Dairy', true],
].map(([id, name, active]) => Contact.parse({ id, name, active }))
const suggest = createContactSuggester(contacts)
const of = (name: string) => {
  const { match, contacts: offered } = suggest({ name })
  return [match.kind, ...offered.map(({ id }) => id)]
}

describe('what becomes of a supplier that nobody linked', () => {
  it.each([
    ['goes to the contact of its name, without being asked about', 'GREEN VALLEY PRODUCE LTD', ['found']],
    ['is one of those that are written alike', 'Sun Farm', ['ambiguous', 'c-3', 'c-4']],
    ['was put away, but one of a similar name is active', 'Old Mill Dairy', ['archived', 'c-5']],
    ['may be one that shares most of its words', 'Valley Produce', ['none', 'c-1']],
    ['is like none', 'Harbour Linen Service', ['none']],
  ])('%s', (_, name, expected) => {
    expect(of(name)).toEqual(expected)
  })
})
