import type { FailureEntry } from '../failure.ts'
import { connectionEntries } from './connection.ts'
import { fileEntries } from './file.ts'
import { ourEntries } from './ours.ts'
import { quickbooksEntries } from './quickbooks.ts'
import { xeroEntries } from './xero.ts'

/** Every way to fail that we can explain, most telling first. Adding one is adding it to its table, with its case. */
export const catalogue: readonly FailureEntry[] = [
  ...connectionEntries,
  ...fileEntries,
  ...xeroEntries,
  ...quickbooksEntries,
  ...ourEntries,
]

/** Shown honestly where nothing matches: the system's own words, and a retry. */
export const unknownFailure: FailureEntry = {
  code: 'unknown',
  ledger: 'any',
  matches: null,
  who: 'clerk',
  fixes: ['retry'],
  retryable: true,
  source: 'facts/errors.md',
}

const byCode = new Map<string, FailureEntry>(catalogue.map(entry => [entry.code, entry]))

/** The entry of a stored code; an unknown code gets the honest catch-all. */
export function failureEntry(code: string): FailureEntry {
  return byCode.get(code) ?? unknownFailure
}

/** The first entry whose matcher knows the text. */
export function recogniseFailure(ledger: 'xero' | 'quickbooks', text: string): FailureEntry {
  const known = catalogue.find(
    entry => (entry.ledger === ledger || entry.ledger === 'any') && entry.matches?.test(text),
  )
  return known ?? unknownFailure
}
