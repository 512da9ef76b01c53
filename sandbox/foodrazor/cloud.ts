import { OrderExportMode, type Provider, type StoredInvoice } from '#sandbox/data/sandbox-data.ts'

/** What the cloud in the Export Status column stands for; no cloud at all is null. */
export type ExportStatus = 'READY' | 'EXPORTED' | 'MISSING_PRODUCT_GROUP' | 'FAILED'

/** What the app's own integration knows when it colours a cloud. */
export interface CloudFacts {
  connected: boolean
  provider: Provider
  mode: OrderExportMode
  orderStatus: StoredInvoice['orderStatus']
  /** The product group of each line's product, null where it has none. */
  groupIds: readonly (string | null)[]
  /** Product group id → account code, as this outlet's integration has them. */
  accounts: Readonly<Record<string, string>>
  /** A bill of it stands in the ledger. */
  linked: boolean
  exportError: string | null
}

/**
 * The cloud of one invoice, by the help article: none before the order is completed, red after a refusal, green
 * once a bill stands, yellow while a product has no group or a group has no account (unless the mode is
 * Automatic, which needs neither and which QuickBooks does not have), else blue.
 */
export function cloudOf(facts: CloudFacts): ExportStatus | null {
  if (!facts.connected || facts.orderStatus !== 'COMPLETED') return null
  if (facts.exportError !== null) return 'FAILED'
  if (facts.linked) return 'EXPORTED'
  const mappedOnly = facts.mode !== 'AUTOMATIC' || facts.provider === 'quickbooks'
  if (mappedOnly && !isMapped(facts)) return 'MISSING_PRODUCT_GROUP'
  return 'READY'
}

function isMapped({ groupIds, accounts }: CloudFacts): boolean {
  return groupIds.every(groupId => groupId !== null && accounts[groupId] !== undefined)
}

/** The modes that each accounting software offers: QuickBooks requires mappings, so it has no Automatic. */
export const modesOf: Readonly<Record<Provider, readonly OrderExportMode[]>> = {
  xero: OrderExportMode.options,
  quickbooks: OrderExportMode.exclude(['AUTOMATIC']).options,
}

/** Whether an invoice with this cloud exports without a person's click. Manual: never. */
export function exportsByItself(mode: OrderExportMode, cloud: ExportStatus | null): boolean {
  return mode !== 'MANUAL' && cloud === 'READY'
}

/** Whether an edit of an exported invoice may follow into its bill: only while nobody has approved or paid that. */
export function syncsThrough(bill: StoredInvoice['linkedPlatforms'][number]['state']): boolean {
  return bill === 'DRAFT' || bill === 'SUBMITTED' || bill === 'OPEN'
}
