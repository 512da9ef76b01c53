import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MappingChange } from '#lib/domain/mapping.ts'
import { applyChanges } from '#lib/store/apply-changes.ts'
import type { GroupAccountRow } from '#lib/store/database.ts'
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
    // Taking an account away again is itself a decision, and kept: a group without one is not mapped.
    rows: rows.map(table =>
      (table as { at: string; account?: string | null }[])
        .filter(row => row.account !== null)
        .map(({ at: _at, ...row }) => row),
    ),
    invoices: invoices.map(({ id, status, groupIds, assessment }) => ({ id, status, groupIds, assessment })),
  }
}

describe('changing the mapping', () => {
  const toAccount = (account: string | null) =>
    ({ kind: 'group-account', outletId, groupId: 'g-Meat', account }) as MappingChange
  const apply = (store: Store, account: string | null) =>
    inOneTransaction(store, () => applyChanges(store, [toAccount(account)], now))

  it('keeps that a group is to have no account, although it had none, and only once', async () => {
    const store = await aStoreWith([])
    expect(await apply(store, null)).toMatchObject({ written: true, undo: [], concerned: [] })
    expect(await store.groupAccounts.toArray()).toContainEqual(
      expect.objectContaining({ groupId: 'g-Meat', account: null }),
    )
    expect((await apply(store, null)).written).toBe(false)
  })

  it('tells a person’s word from the page’s, although both name the same account', async () => {
    const store = await aStoreWith([])
    const { kind: _kind, ...row } = { ...toAccount('311'), at: now, fromPage: 1 as const }
    await store.groupAccounts.put(row as GroupAccountRow)
    expect(await apply(store, '311')).toMatchObject({ written: true, undo: [] })
    expect((await apply(store, '311')).written).toBe(false)
  })

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
