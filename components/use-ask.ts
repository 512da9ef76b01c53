import { useCallback, useRef, useState } from 'react'
import type { Outcome, ReplyTo, RequestName, RequestOf } from '#lib/messages.ts'
import { useSurface } from './SurfaceContext.tsx'

/** The requests that end in an `Outcome`. */
export type Deed = { [N in RequestName]: ReplyTo<N> extends Outcome ? N : never }[RequestName]

/** Asking the background from a click: what is under way, and how the last one ended. */
export interface Asking {
  /** The request under way, if one is. */
  busy: RequestName | null
  /** How the last one ended; null before the first and while one is under way. */
  outcome: Outcome | null
  /** Sends a request and keeps its outcome. Never rejects: a worker that is gone is a problem like another. */
  send<N extends Deed>(name: N, data: RequestOf<N>): Promise<ReplyTo<N> | Outcome>
  /** Says something that needed no request. */
  say(outcome: Outcome | null): void
}

/** What is said where the extension was reloaded while this page stood open. */
export const reloaded = {
  ok: false,
  problem: 'Clearcloud was updated while this page was open. Reload the page and try again.',
} as const satisfies Outcome

export function useAsk(): Asking {
  const { ask } = useSurface()
  const [busy, setBusy] = useState<RequestName | null>(null)
  const [outcome, say] = useState<Outcome | null>(null)
  const latest = useRef(0)
  const send = useCallback(
    async <N extends Deed>(name: N, data: RequestOf<N>) => {
      latest.current += 1
      const mine = latest.current
      setBusy(name)
      say(null)
      const ended: ReplyTo<N> | Outcome = await ask(name, data).catch(() => reloaded)
      // An answer that was overtaken by a later click says nothing about that one.
      if (mine === latest.current) {
        setBusy(null)
        say(ended as Outcome)
      }
      return ended
    },
    [ask],
  )
  return { busy, outcome, send, say }
}
