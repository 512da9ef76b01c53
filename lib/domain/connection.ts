import { z } from 'zod'
import { ConnectionId } from './ids.ts'
import { Instant } from './instant.ts'
import { Currency } from './money.ts'
import { LedgerKind } from './outlet.ts'

/** A consent to one ledger organisation. */
export const Connection = z.object({
  id: ConnectionId,
  ledger: LedgerKind,
  organisation: z.object({ id: z.string(), name: z.string(), currency: Currency.nullable() }),
  state: z.enum(['connected', 'expired']),
  connectedAt: Instant,
})
export type Connection = z.infer<typeof Connection>
