import type { Contact } from '../domain/ledger-lists.ts'
import { type MatchedContact, matchContact } from '../domain/match-contact.ts'
import { wordsOf } from './words-of.ts'

/** What becomes of a supplier that nobody linked, and which contacts a person may want to link it to instead. */
export interface ContactSuggestion {
  match: MatchedContact
  /** Active ones, the likeliest first; without the one that its bills go to anyway. */
  contacts: Contact[]
}

/** So many contacts of a similar name are offered. */
const most = 3

/**
 * Suggests for a supplier those contacts that are written alike, else those that share most words with its name,
 * if at least half agree.
 */
export function createContactSuggester(contacts: readonly Contact[]) {
  const known = contacts
    .filter(({ active }) => active)
    .map(contact => ({ contact, words: new Set(wordsOf(contact.name)) }))
  return ({ name, taxNumber }: { name: string; taxNumber?: string | undefined }): ContactSuggestion => {
    const match = matchContact(contacts, { id: null, name, taxNumber })
    if (match.kind === 'found') return { match, contacts: [] }
    if (match.kind === 'ambiguous') return { match, contacts: match.contacts.slice(0, most) }
    const words = wordsOf(name)
    const scored = known
      .map(({ contact, words: others }) => {
        const shared = words.filter(word => others.has(word)).length
        return { contact, score: shared / Math.max(1, words.length + others.size - shared) }
      })
      .filter(({ score }) => score >= 0.5)
      .sort((a, b) => b.score - a.score)
    return { match, contacts: scored.slice(0, most).map(({ contact }) => contact) }
  }
}
