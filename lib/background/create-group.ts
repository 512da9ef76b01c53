import { GroupId } from '#lib/domain/ids.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { changeMapping } from './change-mapping.ts'
import { Refusal } from './refusal.ts'
import { knownOutlet } from './signed-in.ts'

/**
 * A new product group of an outlet; one of the same name is given back instead of a second. Where Foodrazor
 * exports, the group must exist there: its page is asked, and the group appears once the page has told it.
 */
export const createGroup: Handler<'create-group'> = async (app, { outletId, name }, sender) => {
  const outlet = await knownOutlet(app, outletId)
  const groups = await app.store.groups.where('outletId').equals(outletId).toArray()
  const same = groups.find(group => group.name.toLocaleLowerCase() === name.toLocaleLowerCase())
  if (same) return { ok: true, said: null, group: { id: same.id, name: same.name } }
  if (outlet.exporter === 'foodrazor') {
    const { off } = await app.profile()
    const request = off.has('fixes-on-page') ? null : (await app.page()).createProductGroup(name)
    const asked =
      request !== null && (await app.notifier.tell(sender.tabId, 'page-requests', { requests: [request] }))
    if (!asked) throw new Refusal(say('refused.create-there'))
    return { ok: true, said: say('did.asked-to-create', { name }) }
  }
  const group = { id: GroupId.parse(`cc-${globalThis.crypto.randomUUID()}`), name }
  const line = { kind: 'created-group' as const, text: say('log.group-created', { name }), outletId }
  await changeMapping(app, [{ kind: 'group', outletId, group }], line, sender)
  return { ok: true, said: say('did.group-created', { name }), group }
}
