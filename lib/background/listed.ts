import { assessedInvoices } from '#lib/store/assessed.ts'
import type { Handler } from './app.ts'
import { inScope } from './scope.ts'

/** Nobody reads more of a list that lies over a page; the side panel has all. */
const most = 100

/** The first of the invoices that a count stands for, oldest first. */
export const listed: Handler<'listed'> = async ({ store }, { outletIds, status }) => {
  const rows = await inScope(store, { outletIds, invoiceIds: null }, status)
  rows.sort((a, b) => a.date.localeCompare(b.date) || a.number.localeCompare(b.number))
  return assessedInvoices(
    store,
    rows.slice(0, most).map(({ id }) => id),
  )
}
