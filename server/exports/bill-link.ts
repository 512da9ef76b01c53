import { createHash } from 'node:crypto'

/** Ids that a ledger keeps in an address letter by letter, at any rate. */
const PLAIN = /^[\w-]{1,80}$/

/**
 * The link that a bill bears: a person's way back, and how we know the bill again. It must come back from the
 * ledger as it was sent, so an id that an address would have to escape goes as its SHA-256.
 */
export function billLink(publicUrl: string, outlet: string, invoice: string): string {
  return `${publicUrl}/go/${plain(outlet)}/${plain(invoice)}`
}

function plain(id: string): string {
  return PLAIN.test(id) ? id : createHash('sha256').update(id).digest('base64url')
}
