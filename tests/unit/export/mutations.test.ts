import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { MappingChange } from '#lib/domain/mapping.ts'
import { pullMutations, pushMutations, putMutations } from '#lib/export/mutations.ts'
import { see } from '#lib/store/see.ts'
import { readSetting } from '#lib/store/settings.ts'
import { anInvoice } from '#tests/builders/invoice.ts'
import { aClock, aStoreWith, factsOf, idOf, now, outletId, vegetables } from '../store/a-store.ts'
import { aServer } from './a-server.ts'

const assigned = (groupId: string | null): MappingChange => {
  return { kind: 'product-group', outletId, productId: 'p-Romaine' as never, groupId: groupId as never }
}
const theirs = (change: MappingChange) => ({ id: crypto.randomUUID(), at: now, change })

describe('the shared mapping', () => {
  it('is pushed in the order in which it was changed', async () => {
    const store = await aStoreWith([])
    await putMutations(store, [assigned('g-1'), assigned('g-2'), assigned(null)], now)
    const server = aServer()
    await pushMutations(store, server.client(), aClock(), 'w')
    const groups = server.mutations.map(({ change }) => change.kind === 'product-group' && change.groupId)
    expect(groups).toEqual(['g-1', 'g-2', null])
    expect(await store.outbox.count()).toBe(0)
  })

  it('takes over what others changed, once, and says which invoices it concerns', async () => {
    const store = await aStoreWith([anInvoice()], { mode: 'manual' })
    const server = aServer()
    server.others(theirs(assigned(vegetables)))
    expect((await pullMutations(store, server.client(), now)).changed).toEqual([idOf(1)])
    expect((await store.invoices.get(idOf(1)))?.status).toBe('ready')
    expect(await readSetting(store, 'revision')).toBe(1)
    expect((await pullMutations(store, server.client(), now)).changed).toEqual([])
  })

  it('takes over that a group is to have no account, whatever Foodrazor’s page tells later', async () => {
    const store = await aStoreWith([])
    const server = aServer()
    server.others(theirs({ kind: 'group-account', outletId, groupId: 'g-Meat' as never, account: null }))
    await pullMutations(store, server.client(), now)
    const told = { outletId, groupId: 'g-Meat' as never, account: '311' as never }
    await see(store, factsOf([], { accounts: [told] }), now)
    expect(await store.groupAccounts.get([outletId, told.groupId])).toMatchObject({ account: null })
  })

  it('lets a change of ours that is not yet sent be the last word', async () => {
    const store = await aStoreWith([anInvoice()])
    await store.productGroups.put({ outletId, productId: 'p-Romaine' as never, groupId: vegetables, at: now })
    await putMutations(store, [assigned(vegetables)], now)
    const server = aServer()
    server.others(theirs(assigned('g-Other')))
    await pullMutations(store, server.client(), now)
    expect((await store.productGroups.toArray())[0]?.groupId).toBe(vegetables)
  })

  it('drops the one change that the server will never take, and says so', async () => {
    const store = await aStoreWith([])
    await putMutations(store, [assigned('g-1'), assigned('g-bad'), assigned('g-3')], now)
    const server = aServer()
    const body = { error: { code: 'not-understood', message: 'No such group.' } }
    server.failWith((_method, _path, sent) =>
      JSON.stringify(sent).includes('g-bad') ? { status: 400, body } : undefined,
    )
    await pushMutations(store, server.client(), aClock(), 'w')
    expect(server.mutations).toHaveLength(2)
    expect(await store.outbox.count()).toBe(0)
    expect((await store.activity.toArray())[0]?.text).toContain('No such group.')
  })
})
