import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { GroupId } from '#lib/domain/ids.ts'
import { groupsOf } from '#lib/store/queries/groups-of.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, now, outletId, vegetables } from '../a-store.ts'

describe('the groups of an outlet', () => {
  it('come with those first that block invoices, then those without an account', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Apple', { group: 'Fruit' })] })])
    await store.groups.bulkPut([
      { outletId, id: 'g-Fruit' as GroupId, name: 'Fruit' },
      { outletId, id: 'g-Herbs' as GroupId, name: 'Herbs' },
    ])
    const known = await groupsOf(store, outletId)
    expect(known?.groups.map(({ name, blocks }) => [name, blocks])).toEqual([
      ['Fruit', 1],
      ['Herbs', 0],
      ['Vegetables', 0],
    ])
  })

  it('tell an account that the chart has archived, and one that it does not know', async () => {
    const store = await aStoreWith([])
    const put = (account: string) =>
      store.groupAccounts.put({ outletId, groupId: vegetables, account: account as never, at: now })
    await put('390')
    expect((await groupsOf(store, outletId))?.groups[0]?.entry).toMatchObject({ active: false })
    await put('999')
    expect((await groupsOf(store, outletId))?.groups[0]).toMatchObject({ account: '999', entry: null })
  })

  it('are not asked of an outlet that is not there', async () => {
    expect(await groupsOf(await aStoreWith([]), 'gone' as typeof outletId)).toBeUndefined()
  })
})
