import type { FailureEntry } from '../failure.ts'

/** Failures of the file beside a bill: the bill stands, and the file alone is tried again. */
export const fileEntries: readonly FailureEntry[] = [
  {
    code: 'attachment-refused',
    ledger: 'any',
    matches: /\b(attachable|attachments?|file (size|type|is too large|extension))\b/i,
    who: 'clerk',
    fixes: ['retry-file', 'open-bill'],
    retryable: true,
    source: 'facts/errors.md #17',
  },
  {
    code: 'file-unreadable',
    ledger: 'any',
    matches: null,
    who: 'clerk',
    fixes: ['retry-file', 'open-bill'],
    retryable: true,
    source: 'facts/errors.md #17',
  },
]
