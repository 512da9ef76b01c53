import type { Outcome } from '#lib/messages.ts'

/** Copies text in a click; says so. */
export async function copy(text: string, said: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text)
    return { ok: true, said }
  } catch {
    return { ok: false, problem: 'The browser did not let us copy. Select the text and copy it by hand.' }
  }
}
