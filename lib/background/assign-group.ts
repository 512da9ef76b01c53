import { say, sayCount } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { changeMapping } from './change-mapping.ts'
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
  if (!group) throw new Refusal(say('refused.group-gone'))
  const ids = [...new Set(productIds)]
  const changes = ids.map(productId => ({ kind: 'product-group' as const, outletId, productId, groupId }))
  const [first] = await app.store.products.bulkGet(ids)
  const text =
    ids.length === 1 && first
      ? say('log.assigned-product', { product: first.name, group: group.name })
      : sayCount('log.assigned', ids.length, { group: group.name })
  const { changed, sent, page } = await changeMapping(
    app,
    changes,
    { kind: 'assigned', text, outletId },
    sender,
  )
  const parts = [
    `${text}.`,
    sent > 0 ? sayCount('did.export-by-themselves', sent) : '',
    sent === 0 && changed > 0 ? sayCount('did.changed', changed) : '',
    page === 'nobody' ? say('did.assign-there') : '',
  ]
  return { ok: true, said: parts.filter(Boolean).join(' ') }
}
