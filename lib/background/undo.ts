import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { changeMapping } from './change-mapping.ts'
import { Refusal } from './refusal.ts'

/** Takes back a change of the mapping; the taking back can itself be undone. Exports already made stay. */
export const undo: Handler<'undo'> = async (app, { activityId }, sender) => {
  const line = await app.store.activity.get(activityId)
  const changes = line?.undo
  const [first] = changes ?? []
  if (!line || !changes || !first) throw new Refusal(say('refused.not-undoable'))
  if (line.undone === 1) throw new Refusal(say('refused.undone-already'))
  const text = say('log.undone', { line: line.text })
  const { page } = await changeMapping(
    app,
    changes,
    { kind: line.kind, text, outletId: line.outletId ?? first.outletId },
    sender,
  )
  await app.store.activity.update(activityId, { undone: 1 })
  const there = page === 'nobody' ? ` ${say('did.undo-there')}` : ''
  return { ok: true, said: `${text}.${there}` }
}
