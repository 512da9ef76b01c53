import { z } from 'zod'
import type { Outcome } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'

const Health = z.looseObject({ ok: z.literal(true) })

/** An address as typed, made whole: without a scheme it is https, on this computer http. @throws if it is none. */
export function serverAddress(typed: string): string {
  const text = typed.trim()
  const local = /^(localhost|127\.0\.0\.1)(:|\/|$)/.test(text)
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`
  const url = new URL(whole)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('not an address')
  return url.href.replace(/\/+$/, '')
}

/** Asks the server at an address how it is. `patience` in milliseconds. Never rejects. */
export async function checkServer(
  url: string,
  { fetch = globalThis.fetch, patience = 8000 }: { fetch?: typeof globalThis.fetch; patience?: number } = {},
): Promise<Outcome> {
  const answer = await fetch(`${url}/healthz`, {
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(patience),
  }).catch(() => null)
  if (answer === null) {
    return {
      ok: false,
      problem: say('options.unreachable', { url }),
    }
  }
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok && Health.safeParse(body).success)
    return { ok: true, said: say('options.reachable', { url }) }
  return {
    ok: false,
    problem: answer.ok
      ? say('options.not-ours', { url })
      : say('options.not-well', { url, status: answer.status }),
  }
}
