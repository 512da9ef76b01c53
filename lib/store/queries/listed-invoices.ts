import type { Status } from '../../domain/assessment.ts'
import type { GroupId, OutletId, ProductId } from '../../domain/ids.ts'
import type { Currency } from '../../domain/money.ts'
import type { InvoiceRow } from '../database.ts'
import type { Store } from '../open.ts'
import { invoicesIn } from './invoices-in.ts'
import { groupsWithoutAccount, productsWithoutGroup } from './waiting-for.ts'

/** Which invoices a number counted: what is said here holds of each of them. */
export interface Listed {
  statuses: readonly Status[]
  /** Null: of all outlets. */
  outletId: OutletId | null
  currency?: Currency | undefined
  /** Those that wait for one of these products to have a group; empty: whatever they wait for. */
  productIds?: readonly ProductId[]
  /** Those that wait for one of these groups to have an account; empty: whatever they wait for. */
  groupIds?: readonly GroupId[]
}

/** The invoices that a number counted, oldest first. */
export async function listedInvoices(
  store: Store,
  { statuses, outletId, currency, productIds = [], groupIds = [] }: Listed,
): Promise<InvoiceRow[]> {
  const products = new Set(productIds)
  const groups = new Set(groupIds)
  const rows = await invoicesIn(store, statuses, outletId)
  return rows.filter(
    row =>
      (currency === undefined || row.currency === currency) &&
      (products.size === 0 || productsWithoutGroup(row.assessment).some(({ id }) => products.has(id))) &&
      (groups.size === 0 || groupsWithoutAccount(row.assessment).some(({ id }) => groups.has(id))),
  )
}
