import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AccountCode, GroupId } from '#lib/domain/ids.ts'
import type { Store } from '#lib/store/open.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, factsOf, idOf, outletId, signIn } from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const meat = 'g-Meat' as GroupId
const account = (code: string) => code as AccountCode

/** A kitchen whose page says that Meat belongs to account 311; `visit` has the page told again. */
async function aKitchen() {
  const store = await aStoreWith([anInvoice({ lines: [aLine('Beef', { group: 'Meat' })] })], {
    mode: 'manual',
  })
  await store.groups.put({ outletId, id: meat, name: 'Meat' })
  const app = anApp(store)
  const visit = async (code = '311') => {
    app.page.facts = factsOf([], { accounts: [{ outletId, groupId: meat, account: account(code) }] })
    await app.ask('page-seen', {
      origin: 'https://app.foodrazor.com',
      outletShown: null,
      rows: [],
      answers: [],
    })
  }
  const map = (code: string | null) =>
    app.ask('map-account', { outletId, groupId: meat, account: code === null ? null : account(code) })
  const undoLast = async () => {
    const last = await store.activity.toCollection().last()
    return app.ask('undo', { activityId: last?.id ?? 0 }, fromOptions)
  }
  await visit()
  return { store, app, visit, map, undoLast }
}

const accountOf = async (store: Store) => (await store.groupAccounts.get([outletId, meat]))?.account
const statusOf = async (store: Store) => (await store.invoices.get(idOf(1)))?.status

describe('an account that came from Foodrazor’s own mapping', () => {
  it('stays away once a person took it away, whenever the page is visited', async () => {
    const { store, visit, map } = await aKitchen()
    expect(await statusOf(store)).toBe('ready')
    const reply = await map(null)
    expect(reply).toEqual({ ok: true, said: 'Meat has no account any more. 1 invoice changed.' })
    await visit()
    await visit('310')
    expect(await accountOf(store)).toBeNull()
    expect(await statusOf(store)).toBe('missing-account')
  })

  it('is back when the taking away is undone, and away when that is undone in turn', async () => {
    const { store, visit, map, undoLast } = await aKitchen()
    await map(null)
    await undoLast()
    expect(await accountOf(store)).toBe('311')
    await undoLast()
    await visit()
    expect(await accountOf(store)).toBeNull()
  })

  it('is told to the other machines when a person chooses the very same', async () => {
    const { store, app, visit, map } = await aKitchen()
    await signIn(store)
    await map('311')
    await vi.waitFor(() => expect(app.server.mutations).toHaveLength(1))
    await visit('310')
    expect(await accountOf(store)).toBe('311')
  })

  it('is followed as long as nobody decided', async () => {
    const { store, visit } = await aKitchen()
    await visit('310')
    expect(await accountOf(store)).toBe('310')
  })
})

it('stays unmapped when the mapping of a group is undone that the page maps later', async () => {
  const { store, visit, map, undoLast } = await aKitchen()
  await store.groupAccounts.clear()
  await map('310')
  await visit()
  await undoLast()
  await visit()
  expect(await accountOf(store)).toBeNull()
})
