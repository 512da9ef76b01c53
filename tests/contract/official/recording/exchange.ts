import { z } from 'zod'

export const LedgerName = z.enum(['xero', 'quickbooks'])
export type LedgerName = z.infer<typeof LedgerName>

const Message = z.object({
  /** Lower-case names; nothing that would let somebody in. */
  headers: z.record(z.string(), z.string()),
  /** Empty where there is none; of a file its length alone. */
  body: z.string(),
})

/** One request to a ledger's sandbox and its answer, as they went over the wire. */
export const Exchange = z.object({
  ledger: LedgerName,
  /** The test file that ran while it happened, from the repository's root. */
  during: z.string(),
  method: z.string(),
  /** Without the path that the sandbox is mounted under. */
  path: z.string(),
  /** As it stood in the address, without the question mark. */
  query: z.string(),
  request: Message,
  /** Null where the connection was cut instead. */
  answer: Message.extend({ status: z.number() }).nullable(),
})
export type Exchange = z.infer<typeof Exchange>
