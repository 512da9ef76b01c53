import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import type { Instant } from '#lib/domain/instant.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { assessOutlet } from '#lib/store/assess-invoices.ts'
import type { Store } from '#lib/store/open.ts'
import { recorded } from '#lib/store/record-export.ts'
import { see } from '#lib/store/see.ts'
import { aPostedExport } from '#tests/builders/bill.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aStore, connect, factsOf, now, outletId, signIn } from '#tests/unit/store/a-store.ts'

export const fruit = 'g-Fruit' as GroupId

/** A line of a product in the group Vegetables, which has an account. */
const grouped = (name: string) => aLine(name, { group: 'Vegetables' })

/**
 * One outlet that Clearcloud exports. Of its invoices `ready-1` is ready; `yellow-1` and `yellow-2` lack a
 * group for Romaine, `yellow-2` one for Butter too; `account-1` lacks an account for Fruit; `green-1` is
 * exported; `red-1` and `red-2` were refused for a locked period, `red-3` with words we do not know.
 */
export async function aKitchen(): Promise<Store> {
  const store = aStore()
  await connect(store, anOutlet())
  await signIn(store)
  const invoices = [
    anInvoice({ id: 'ready-1', number: 'R-1', date: '2026-10-05', lines: [grouped('Kale')] }),
    anInvoice({ id: 'yellow-1', number: 'Y-1', lines: [aLine('Romaine')] }),
    anInvoice({ id: 'yellow-2', number: 'Y-2', lines: [aLine('Romaine'), aLine('Butter')] }),
    anInvoice({ id: 'account-1', number: 'A-1', lines: [aLine('Apple', { group: 'Fruit' })] }),
    anInvoice({ id: 'green-1', number: 'G-1', cloud: 'ready', lines: [grouped('Leek')] }),
    anInvoice({ id: 'red-1', number: 'F-1', lines: [grouped('Leek')] }),
    anInvoice({ id: 'red-2', number: 'F-2', lines: [grouped('Leek')] }),
    anInvoice({ id: 'red-3', number: 'F-3', lines: [grouped('Leek')] }),
  ]
  const products = ['Kale', 'Leek', 'Romaine', 'Butter', 'Apple'].map(name => ({
    id: `p-${name}` as ProductId,
    name,
    supplier: name === 'Butter' ? 'Meadow Dairy' : 'Green Valley Produce',
    group:
      name === 'Apple'
        ? { id: fruit, name: 'Fruit' }
        : name === 'Kale' || name === 'Leek'
          ? { id: 'g-Vegetables' as GroupId, name: 'Vegetables' }
          : null,
  }))
  await see(store, factsOf(invoices, { products, groups: [{ outletId, id: fruit, name: 'Fruit' }] }), now)
  for (const [index, { id }] of invoices.filter(({ id }) => /^(green|red)/.test(id)).entries()) {
    const invoice = await store.invoices.get(id)
    if (!invoice) continue
    const content = invoiceContent(invoice)
    const at = `2026-11-03T0${index + 1}:00:00.000Z` as Instant
    const about = { invoiceId: id, outletId, at }
    const refused = id.startsWith('red')
    const failure =
      id === 'red-3'
        ? { code: 'unknown', raw: 'A <b>strange</b> answer', billState: null }
        : {
            code: 'period-locked',
            raw: 'The document date cannot be before the period lock date',
            billState: null,
          }
    await store.exports.put(
      recorded(
        undefined,
        about,
        refused
          ? { state: 'refused', failure, at, content, bill: null, billContent: null }
          : aPostedExport(content, { at }),
      ),
    )
  }
  await assessOutlet(store, outletId)
  return store
}
