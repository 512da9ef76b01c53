import { z } from 'zod'
import { AccountCode, ConnectionId, OutletId } from './ids.ts'
import { Currency } from './money.ts'
import { Posting, usualPosting } from './posting.ts'

/** Foodrazor's Order Export Mode (facts/foodrazor.md). */
export const ExportMode = z.enum(['manual', 'product-groups-required', 'automatic'])
export type ExportMode = z.infer<typeof ExportMode>

export const LedgerKind = z.enum(['xero', 'quickbooks'])
export type LedgerKind = z.infer<typeof LedgerKind>

/** What people call each ledger. */
export const ledgerNames: Record<LedgerKind, string> = { xero: 'Xero', quickbooks: 'QuickBooks' }

/** One exporter per outlet, never both. */
export const Exporter = z.enum(['foodrazor', 'clearcloud'])
export type Exporter = z.infer<typeof Exporter>

export const Outlet = z.object({
  id: OutletId,
  name: z.string().min(1).max(500),
  /** Unknown until the page or the connection tells it. */
  currency: Currency.nullable(),
  exporter: Exporter,
  mode: ExportMode,
  /** The ledger organisation this outlet's bills go to, once linked. */
  connection: z
    .object({
      id: ConnectionId,
      ledger: LedgerKind,
      organisation: z.string(),
      state: z.enum(['connected', 'expired']),
    })
    .nullable(),
  /** Where `automatic` puts what has no account; without it, a draft line without one. */
  defaultAccount: AccountCode.nullable(),
  /** Put on every line, if set. */
  tracking: z.object({ category: z.string(), option: z.string() }).nullable(),
  /** What of its invoices is posted, where a person chose; outlets of before this was a choice have none. */
  posting: Posting.optional(),
})
export type Outlet = z.infer<typeof Outlet>

/** The modes that a ledger offers: QuickBooks requires mappings, so Automatic is never offered for it. */
export function modesFor(ledger: LedgerKind | null): readonly ExportMode[] {
  return ledger === 'quickbooks'
    ? ['manual', 'product-groups-required']
    : ['manual', 'product-groups-required', 'automatic']
}

/** What of an outlet's invoices is posted, whether or not a person ever chose. */
export function postingOf({ posting }: Outlet): Posting {
  return posting ?? usualPosting
}
