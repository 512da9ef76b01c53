import { ProblemError, UnreachableError } from '#lib/api/client.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { setTrouble } from '#lib/store/trouble.ts'
import { say } from '#lib/words/say.ts'
import type { App, Handler } from './app.ts'

/** Ends the session here at once, and on the server if it can be reached; there it runs out by itself otherwise. */
export const signOut: Handler<'sign-out'> = async app => {
  await endSession(app)
  return { ok: true, said: say('did.signed-out') }
}

export async function endSession(app: App): Promise<void> {
  const client = await app.connect()
  await writeSetting(app.store, 'session', null)
  await setTrouble(app.store, 'not-signed-in', false)
  app.notifier.changed([])
  try {
    await client?.signOut()
  } catch (error) {
    if (!(error instanceof ProblemError || error instanceof UnreachableError)) throw error
  }
  void app.engine.wake()
}
