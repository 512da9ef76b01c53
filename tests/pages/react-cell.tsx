import { cellHtml, type DrawCloud } from './clouds.ts'
import type { ColumnName, ListedInvoice } from './invoices.ts'

/** A cell's contents within React's pages. */
export function Cell({ of, column, draw }: { of: ListedInvoice; column: ColumnName; draw: DrawCloud }) {
  if (column !== 'status' && column !== 'number') return of[column]
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made of this folder's own invoices
  return <span dangerouslySetInnerHTML={{ __html: cellHtml(of, column, draw) }} />
}
