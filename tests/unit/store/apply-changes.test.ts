import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MappingChange } from '#lib/domain/mapping.ts'
import { applyChanges } from '#lib/store/apply-changes.ts'
import { inOneTransaction, type Store } from '#lib/store/open.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, now, outletId } from './a-store.ts'

const group = fc.constantFrom('g-Vegetables', 'g-Meat', null)
const change: fc.Arbitrary<MappingChange> = fc.oneof(
  fc.record({
    kind: fc.constant('product-group' as const),
    outletId: fc.constant(outletId),
    productId: fc.constantFrom('p-Romaine', 'p-Beef') as fc.Arbitrary<never>,
    groupId: group as fc.Arbitrary<never>,
  }),
  fc.record({
    kind: fc.constant('group-account' as const),
    outletId: fc.constant(outletId),
    groupId: fc.constantFrom('g-Vegetables', 'g-Meat') as fc.Arbitrary<never>,
    account: fc.constantFrom('310', '311', null) as fc.Arbitrary<never>,
  }),
  fc.record({
    kind: fc.constant('supplier-contact' as const),
    outletId: fc.constant(outletId),
    supplierId: fc.constant('s-greens' as never),
    contactId: fc.constantFrom('contact-1', null) as fc.Arbitrary<never>,
  }),
)

/** All that is mapped and all that is concluded of it, without the times. */
async function pictured(store: Store) {
  const rows = await Promise.all(
    [store.productGroups, store.groupAccounts, store.supplierContacts].map(table => table.toArray()),
  )
  const invoices = await store.invoices.toArray()
  return {
    rows: rows.map(table => (table as { at: string }[]).map(({ at: _at, ...row }) => row)),
    invoices: invoices.map(({ id, status, groupIds, assessment }) => ({ id, status, groupIds, assessment })),
  }
}

describe('changing the mapping', () => {
  it('is taken back whole by what it says would undo it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
        const store = await aStoreWith([
          anInvoice({ id: 'inv-1', lines: [aLine('Romaine')] }),
          anInvoice({ id: 'inv-2', lines: [aLine('Romaine'), aLine('Beef')] }),
        ])
        const before = await pictured(store)
        const { undo } = await inOneTransaction(store, () => applyChanges(store, changes, now))
        await inOneTransaction(store, () => applyChanges(store, undo, now))
        expect(await pictured(store)).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })
})
