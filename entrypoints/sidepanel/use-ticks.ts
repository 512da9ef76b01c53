import { useRef, useState } from 'react'

/** Which rows of a list are ticked, with ranges as in a file list. */
export interface Ticks<Id> {
  ticked: ReadonlySet<Id>
  /** Ticks or unticks one; `range`: everything from the last one to it follows. */
  toggle(id: Id, range: boolean): void
  /** Ticks all shown, or unticks them where all are ticked. */
  toggleAll(): void
  clear(): void
}

export function useTicks<Id>(shown: readonly Id[]): Ticks<Id> {
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set())
  const anchor = useRef<Id | null>(null)

  const set = (ids: readonly Id[], on: boolean) => {
    const next = new Set(ticked)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setTicked(next)
  }
  return {
    ticked,
    toggle(id, range) {
      const from = anchor.current === null ? -1 : shown.indexOf(anchor.current)
      const to = shown.indexOf(id)
      const on = !ticked.has(id)
      if (range && from >= 0 && to >= 0) {
        set(shown.slice(Math.min(from, to), Math.max(from, to) + 1), on)
      } else set([id], on)
      anchor.current = id
    },
    toggleAll: () => set(shown, !shown.every(id => ticked.has(id))),
    clear: () => setTicked(new Set()),
  }
}
