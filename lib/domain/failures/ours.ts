import type { FailureEntry } from '../failure.ts'

const ours = (entry: Omit<FailureEntry, 'ledger' | 'matches'>): FailureEntry => ({
  ledger: 'any',
  matches: null,
  ...entry,
})

/** What we ourselves refuse, before or after the ledger was asked. */
export const ourEntries: readonly FailureEntry[] = [
  ours({
    code: 'totals-differ',
    who: 'clerk',
    fixes: ['open-bill', 'retry'],
    retryable: false,
    source: 'DESIGN.md, The assessment',
  }),
  ours({
    code: 'asks-first',
    who: 'clerk',
    fixes: ['confirm-resync', 'open-bill'],
    retryable: false,
    source: 'facts/qbo.md, Bill',
  }),
  ours({
    code: 'bill-changed',
    who: 'clerk',
    fixes: ['compare', 'send-difference', 'open-bill', 'accept-as-is'],
    retryable: false,
    source: 'DESIGN.md, The assessment',
  }),
  ours({
    code: 'unmapped',
    who: 'clerk',
    fixes: ['assign-group', 'map-account', 'retry'],
    retryable: false,
    source: 'facts/errors.md #27',
  }),
  ours({
    code: 'tax-rate-missing',
    who: 'accountant',
    fixes: ['retry', 'hand-off'],
    retryable: false,
    source: 'DESIGN.md, Money',
  }),
  ours({
    code: 'tax-rate-ambiguous',
    who: 'accountant',
    fixes: ['retry', 'hand-off'],
    retryable: false,
    source: 'docs/money.md, Tax codes',
  }),
  ours({
    code: 'likely-duplicate',
    who: 'clerk',
    fixes: ['link-bill', 'export-anyway', 'open-bill'],
    retryable: false,
    source: 'facts/errors.md #18',
  }),
  ours({
    code: 'bill-to-link-gone',
    who: 'clerk',
    fixes: ['retry'],
    retryable: true,
    source: 'facts/errors.md #18',
  }),
  ours({
    code: 'contact-ambiguous',
    who: 'clerk',
    fixes: ['link-contact', 'retry'],
    retryable: false,
    source: 'facts/errors.md #9',
  }),
  ours({
    code: 'page-refused',
    who: 'clerk',
    fixes: ['use-page-control'],
    retryable: true,
    source: 'facts/foodrazor.md',
  }),
  ours({
    code: 'not-understood',
    who: 'clerk',
    fixes: ['retry'],
    retryable: false,
    source: 'DESIGN.md, Bad input',
  }),
]
