import type { FailureEntry } from '../failure.ts'

/** Failures of the file beside a bill: the bill stands, and the file alone is tried again. */
export const fileEntries: readonly FailureEntry[] = [
  {
    code: 'attachment-refused',
    ledger: 'any',
    matches: /\b(attachable|attachments?|file (size|type|is too large|extension))\b/i,
    title: 'The bill is posted, but its file was not taken',
    says: 'The ledger does not take a file of this kind or size. The bill stands; attach the file there by hand if it is wanted.',
    who: 'clerk',
    fixes: ['retry-file', 'open-bill'],
    retryable: true,
    source: 'facts/errors.md #17',
  },
  {
    code: 'file-unreadable',
    ledger: 'any',
    matches: null,
    title: 'The bill is posted, but its file could not be read',
    says: 'Foodrazor did not give us the file that came with this invoice. The bill stands without it.',
    who: 'clerk',
    fixes: ['retry-file', 'open-bill'],
    retryable: true,
    source: 'facts/errors.md #17',
  },
]
