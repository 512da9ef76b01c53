import type { InvoiceId, OutletId } from '#lib/domain/ids.ts'
import type { PanelTarget } from '#lib/messages.ts'

/** The side panel as a whole, on nothing in particular. */
export const neutralTarget: PanelTarget = {
  tab: 'products',
  outletId: null,
  productIds: [],
  groupIds: [],
  invoiceId: null,
}

/** A tab of the side panel, for one outlet or (null) for whichever has most to do. */
export function tabTarget(tab: PanelTarget['tab'], outletId: OutletId | null = null): PanelTarget {
  return { ...neutralTarget, tab, outletId }
}

/** What an invoice would post. */
export function previewTarget(invoiceId: InvoiceId): PanelTarget {
  return { ...neutralTarget, tab: 'preview', invoiceId }
}
