import type { Contact } from '#lib/domain/ledger-lists.ts'
import { wordsOf } from '#lib/suggest/words-of.ts'

export interface ContactSuggestion {
  contact: Contact
  /** Of the very same name. */
  exact: boolean
}

/** Suggests for a supplier's name the contact of the same name, else the one that shares most words, if at least half agree. */
export function createContactSuggester(contacts: readonly Contact[]) {
  const known = contacts.map(contact => ({ contact, words: new Set(wordsOf(contact.name)) }))
  const byName = new Map(contacts.map(contact => [sameName(contact.name), contact]))
  return (name: string): ContactSuggestion | null => {
    const same = byName.get(sameName(name))
    if (same) return { contact: same, exact: true }
    const words = wordsOf(name)
    let best: { contact: Contact; score: number } | null = null
    for (const { contact, words: others } of known) {
      const shared = words.filter(word => others.has(word)).length
      const score = shared / Math.max(1, words.length + others.size - shared)
      if (score >= 0.5 && (best === null || score > best.score)) best = { contact, score }
    }
    return best && { contact: best.contact, exact: false }
  }
}

function sameName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase()
}
