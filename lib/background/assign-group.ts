import type { Handler } from './app.ts'
import { changeMapping } from './change-mapping.ts'
import { count } from './count.ts'
import { Refusal } from './refusal.ts'
import { knownOutlet } from './signed-in.ts'

/** Products → one product group, for one outlet; what this completes goes by itself in the automatic modes. */
export const assignGroup: Handler<'assign-group'> = async (
  app,
  { outletId, productIds, groupId },
  sender,
) => {
  await knownOutlet(app, outletId)
  const group = await app.store.groups.get([outletId, groupId])
  if (!group) throw new Refusal('This product group is no longer there. Choose another one.')
  const ids = [...new Set(productIds)]
  const changes = ids.map(productId => ({ kind: 'product-group' as const, outletId, productId, groupId }))
  const [first] = await app.store.products.bulkGet(ids)
  const what = ids.length === 1 && first ? `“${first.name}”` : count(ids.length, 'product')
  const text = `${what} assigned to ${group.name}`
  const { changed, sent, page } = await changeMapping(
    app,
    changes,
    { kind: 'assigned', text, outletId },
    sender,
  )
  const parts = [
    `${text}.`,
    sent > 0
      ? `${count(sent, 'invoice')} ${sent === 1 ? 'exports' : 'export'} by ${sent === 1 ? 'itself' : 'themselves'}.`
      : '',
    sent === 0 && changed > 0 ? `${count(changed, 'invoice')} changed.` : '',
    page === 'nobody' ? 'Open Foodrazor’s page to assign them there too.' : '',
  ]
  return { ok: true, said: parts.filter(Boolean).join(' ') }
}
