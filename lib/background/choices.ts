import type { Handler } from './app.ts'

/** What a card's pickers offer: the outlet's groups, and the accounts that may stand on a bill's line. */
export const choices: Handler<'choices'> = async ({ store }, { outletId }) => {
  const outlet = await store.outlets.get(outletId)
  const groups = await store.groups.where('outletId').equals(outletId).toArray()
  const lists = outlet?.connection ? (await store.lists.get(outlet.connection.id))?.lists : undefined
  const accounts = (lists?.accounts ?? []).filter(account => account.active && account.allowed)
  return {
    groups: groups.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    accounts: accounts.map(({ code, name, type }) => ({ code, name, type })),
  }
}
