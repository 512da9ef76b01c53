import type { BillEdit } from './drift.ts'
import type { LocalDate } from './instant.ts'
import { type LedgerKind, ledgerNames } from './outlet.ts'
import type { Say } from './say.ts'

/** So many changes are told one by one; the bill itself shows all of them. */
const TOLD = 4

/** `Edited in Xero since its export: total 120.00 → 118.00.`, then what else was changed. */
export function editedInLedgerWords(
  ledger: LedgerKind | null,
  edits: readonly BillEdit[],
  say: Say,
): string[] {
  const [first, ...rest] = edits
  if (!first) return []
  const told = rest
    .slice(0, TOLD)
    .map(edit => say('drift.change', { change: upperFirst(changeWords(edit, say)) }))
  const left = rest.length - told.length
  const more = left > 0 ? [say.count('drift.more', left)] : []
  const change = changeWords(first, say)
  return [say('drift.in-ledger', { ledger: nameOf(ledger, say), change }), ...told, ...more]
}

/** The invoice was edited, and so was its draft: whose word counts is for a person to say. */
export function editedBothWords(ledger: LedgerKind | null, say: Say): string[] {
  return [say('drift.both', { ledger: nameOf(ledger, say) }), say('drift.both-asks')]
}

export function behindLockWords(ledger: LedgerKind | null, lockedUntil: LocalDate, say: Say): string[] {
  return [
    say('drift.locked', { date: lockedUntil }),
    say('drift.locked-way-out', { ledger: nameOf(ledger, say) }),
  ]
}

function changeWords({ what, line, was, is }: BillEdit, say: Say): string {
  if (what === 'line-added') return say('drift.line-added', { line: line ?? '', is })
  if (what === 'line-removed') return say('drift.line-removed', { line: line ?? '', was })
  const none = say('drift.none')
  const change = { what: say(`drift.what.${what}`), was: was || none, is: is || none }
  return line === null ? say('drift.of-bill', change) : say('drift.of-line', { ...change, line })
}

function nameOf(ledger: LedgerKind | null, say: Say): string {
  return ledger === null ? say('drift.the-ledger') : ledgerNames[ledger]
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
