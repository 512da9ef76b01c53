import { say, sayCount } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { changeMapping } from './change-mapping.ts'
import { Refusal } from './refusal.ts'
import { knownOutlet } from './signed-in.ts'

/** A product group → an account of the outlet's ledger (null: no account any more). */
export const mapAccount: Handler<'map-account'> = async (app, { outletId, groupId, account }, sender) => {
  const outlet = await knownOutlet(app, outletId)
  const group = await app.store.groups.get([outletId, groupId])
  const lists = outlet.connection && (await app.store.lists.get(outlet.connection.id))?.lists
  const entry = lists?.accounts.find(({ code }) => code === account)
  if (account !== null && lists && !(entry?.active && entry.allowed)) {
    throw new Refusal(say('refused.account-not-for-bills', { account }))
  }
  const name = group?.name ?? groupId
  const text =
    account === null
      ? say('log.unmapped', { group: name })
      : say('log.mapped', { group: name, account: `${account}${entry ? ` ${entry.name}` : ''}` })
  const change = { kind: 'group-account' as const, outletId, groupId, account }
  const { changed, sent } = await changeMapping(app, [change], { kind: 'mapped', text, outletId }, sender)
  if (sent > 0) return { ok: true, said: `${text}. ${sayCount('did.on-the-way', sent)}` }
  return { ok: true, said: changed > 0 ? `${text}. ${sayCount('did.changed', changed)}` : `${text}.` }
}
