import { cancelHere, cancelThere } from '#lib/export/cancel.ts'
import type { Handler } from './app.ts'
import { count } from './count.ts'
import { inPlainWords, isForeseen } from './refusal.ts'

/** Stops what can still be stopped, here and on the server, and says what goes on. */
export const cancelExports: Handler<'cancel-exports'> = async app => {
  const here = await cancelHere(app.store, app.clock())
  app.notifier.changed(here.changed)
  let stopped = here.stopped
  let problem = ''
  const client = await app.connect()
  if (client !== null) {
    try {
      const there = await cancelThere(app.store, client)
      app.notifier.changed(there.changed)
      stopped += there.stopped
    } catch (error) {
      if (!isForeseen(error)) throw error
      problem = ` ${inPlainWords(error)}`
    }
  }
  const going = await app.store.exports.where('state').anyOf(['sent', 'checking']).count()
  const rest =
    going > 0 ? ` ${count(going, 'invoice')} already on the way ${going === 1 ? 'goes' : 'go'} on.` : ''
  void app.engine.wake()
  return { ok: true, said: `${count(stopped, 'export')} stopped.${rest}${problem}` }
}
