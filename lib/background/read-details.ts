import type { InvoiceId } from '#lib/domain/ids.ts'
import type { App } from './app.ts'

/**
 * Asks a page to read these invoices' lines by its own detail request; they come back as a sighting.
 * Gives how many were asked for: none where no page is open, where the page has
 * not told its ids of them, or where such reading is switched off.
 */
export async function readDetails(
  app: App,
  tabId: number | null,
  invoiceIds: readonly InvoiceId[],
): Promise<number> {
  const { off } = await app.profile()
  if (off.has('detail-requests') || off.has('feed')) return 0
  const page = await app.page()
  const rows = await app.store.invoices.bulkGet([...invoiceIds])
  const unread = rows.flatMap(row => {
    const url = row ? page.detailUrl(row) : null
    return row && url !== null ? [{ invoiceId: row.id, url }] : []
  })
  if (unread.length === 0) return 0
  return (await app.notifier.tell(tabId, 'read-details', { unread })) ? unread.length : 0
}
