import type { Outcome } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'

/** Copies text in a click; says so. */
export async function copy(text: string, said: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text)
    return { ok: true, said }
  } catch {
    return { ok: false, problem: say('overlay.not-copied') }
  }
}
