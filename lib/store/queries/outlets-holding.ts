import type { InvoiceId, OutletId, ProductId } from '../../domain/ids.ts'
import type { Store } from '../open.ts'

/**
 * Which of these outlets have each of the products: those with an invoice that holds it. A product that no
 * invoice of theirs holds is all the outlets' alike, since the catalogue is one. By index, no invoice is read.
 */
export async function outletsHolding(
  store: Store,
  productIds: readonly ProductId[],
  outletIds: readonly OutletId[],
): Promise<ReadonlyMap<ProductId, readonly OutletId[]>> {
  const [first] = outletIds
  // Of one outlet there is nothing to find out.
  if (first === undefined || outletIds.length === 1) return new Map(productIds.map(id => [id, outletIds]))
  const outletOf = new Map<InvoiceId, OutletId>()
  const invoices = await Promise.all(
    outletIds.map(outletId => store.invoices.where('outletId').equals(outletId).primaryKeys()),
  )
  for (const [index, ids] of invoices.entries()) {
    const outletId = outletIds[index]
    if (outletId !== undefined) for (const id of ids) outletOf.set(id, outletId)
  }
  const holding = await Promise.all(
    productIds.map(id => store.invoices.where('productIds').equals(id).primaryKeys()),
  )
  return new Map(
    productIds.map((id, index) => {
      const held = new Set(holding[index]?.map(invoiceId => outletOf.get(invoiceId)))
      const places = outletIds.filter(outletId => held.has(outletId))
      return [id, places.length > 0 ? places : outletIds]
    }),
  )
}
