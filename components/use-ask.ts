import { useCallback, useRef, useState } from 'react'
import type { Outcome, ReplyTo, RequestName, RequestOf } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
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
  /**
   * Sends the same kind of request for several things, one after the other, and keeps one outcome of them all:
   * a problem of one does not keep the others from being asked. `about` is whose each is, in words.
   */
  sendEach<N extends Deed>(
    name: N,
    each: readonly { about: string; data: RequestOf<N> }[],
  ): Promise<(ReplyTo<N> | Outcome)[]>
  /** Says something that needed no request. */
  say(outcome: Outcome | null): void
}

/** What is said where the extension was reloaded while this page stood open. */
export const reloaded = {
  ok: false,
  problem: say('common.updated'),
} as const satisfies Outcome

export function useAsk(): Asking {
  const { ask } = useSurface()
  const [busy, setBusy] = useState<RequestName | null>(null)
  const [outcome, say] = useState<Outcome | null>(null)
  const latest = useRef(0)
  const sendEach = useCallback(
    async <N extends Deed>(name: N, each: readonly { about: string; data: RequestOf<N> }[]) => {
      latest.current += 1
      const mine = latest.current
      setBusy(name)
      say(null)
      const ended: (ReplyTo<N> | Outcome)[] = []
      for (const { data } of each) ended.push(await ask(name, data).catch(() => reloaded))
      // An answer that was overtaken by a later click says nothing about that one.
      if (mine === latest.current) {
        setBusy(null)
        say(inOne(ended.map((outcome, index) => [each[index]?.about ?? '', outcome as Outcome])))
      }
      return ended
    },
    [ask],
  )
  const send = useCallback(
    async <N extends Deed>(name: N, data: RequestOf<N>) => {
      const [ended = reloaded] = await sendEach(name, [{ about: '', data }])
      return ended
    },
    [sendEach],
  )
  return { busy, outcome, send, sendEach, say }
}

/** Several outcomes as one: what is said alike is said once, a problem is everybody's. */
function inOne(ended: readonly (readonly [about: string, outcome: Outcome])[]): Outcome | null {
  const words = ended.map(([, outcome]) => (outcome.ok ? outcome.said : outcome.problem))
  const [first, ...others] = words
  if (first === undefined) return null
  const alike = others.every(said => said === first)
  const lines = ended.flatMap(([about], index) => (words[index] ? [`${about}: ${words[index]}`] : []))
  const said = alike ? first : lines.join('\n')
  return ended.every(([, outcome]) => outcome.ok) ? { ok: true, said } : { ok: false, problem: said ?? '' }
}
