import { TaughtFile } from '#lib/page/taught.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'
import { useTaught } from './use-taught.ts'

/** Takes over what somebody else taught, from the file of it. @throws Refusal where it is no such file */
export const importTaught: Handler<'import-taught'> = async (app, { text }) => {
  const file = TaughtFile.safeParse(parsed(text))
  if (!file.success) throw new Refusal(say('refused.not-taught'))
  await useTaught(app, file.data.taught)
  return { ok: true, said: say('did.taught') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not even JSON: the schema says so.
    return null
  }
}
