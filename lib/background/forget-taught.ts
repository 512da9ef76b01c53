import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { useTaught } from './use-taught.ts'

/** Reads pages by the profile alone again. */
export const forgetTaught: Handler<'forget-taught'> = async app => {
  await useTaught(app, null)
  return { ok: true, said: say('did.forgotten') }
}
