import { cancelHere, cancelThere } from '#lib/export/cancel.ts'
import { sayCount } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
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
      problem = inPlainWords(error)
    }
  }
  const going = await app.store.exports.where('state').anyOf(['sent', 'checking']).count()
  void app.engine.wake()
  const said = [sayCount('did.stopped', stopped), going > 0 ? sayCount('did.goes-on', going) : '', problem]
  return { ok: true, said: said.filter(Boolean).join(' ') }
}
