import type { BillEdit } from './drift.ts'
import type { LocalDate } from './instant.ts'
import { type LedgerKind, ledgerNames } from './outlet.ts'

/** So many changes are told one by one; the bill itself shows all of them. */
const TOLD = 4

const names: Record<BillEdit['what'], string> = {
  total: 'total',
  'tax-total': 'tax',
  number: 'number',
  contact: 'contact',
  date: 'date',
  'due-date': 'due date',
  currency: 'currency',
  'line-added': 'line added',
  'line-removed': 'line removed',
  description: 'description',
  quantity: 'quantity',
  'unit-amount': 'price',
  amount: 'amount',
  account: 'account',
  'tax-code': 'tax code',
  tax: 'tax',
  tracking: 'tracking',
}

/** `Edited in Xero since its export: total 120.00 → 118.00.`, then what else was changed. */
export function editedInLedgerWords(ledger: LedgerKind | null, edits: readonly BillEdit[]): string[] {
  const [first, ...rest] = edits
  if (!first) return []
  const told = rest.slice(0, TOLD).map(edit => `${upperFirst(changeWords(edit))}.`)
  const left = rest.length - told.length
  const more =
    left > 0 ? [`And ${left} more ${left === 1 ? 'change' : 'changes'}; the bill shows all of them.`] : []
  return [`Edited in ${nameOf(ledger)} since its export: ${changeWords(first)}.`, ...told, ...more]
}

/** The invoice was edited, and so was its draft: whose word counts is for a person to say. */
export function editedBothWords(ledger: LedgerKind | null): string[] {
  return [
    `The invoice was edited, and so was its draft in ${nameOf(ledger)}.`,
    'Updating the bill replaces what was changed there, so we ask first.',
  ]
}

export function behindLockWords(ledger: LedgerKind | null, lockedUntil: LocalDate): string[] {
  return [
    `Its draft cannot be approved: the books are locked up to ${lockedUntil}.`,
    `Give the bill a later date in ${nameOf(ledger)}, or ask your adviser to move the lock date.`,
  ]
}

function changeWords({ what, line, was, is }: BillEdit): string {
  const of = line === null ? '' : `“${line}”: `
  if (what === 'line-added') return `line added: “${line}”, ${is}`
  if (what === 'line-removed') return `line removed: “${line}”, ${was}`
  return `${of}${names[what]} ${was || 'none'} → ${is || 'none'}`
}

function nameOf(ledger: LedgerKind | null): string {
  return ledger === null ? 'the ledger' : ledgerNames[ledger]
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
