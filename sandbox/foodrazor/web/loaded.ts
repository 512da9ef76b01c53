import { useCallback, useEffect, useRef, useState } from 'react'

/** What a page has loaded so far. */
export interface Loaded<Value> {
  value: Value | undefined
  error: string | undefined
  reload: () => Promise<void>
}

/**
 * Loads by `load`, again whenever `key` changes; the last value stays until the next one is there. An empty key
 * loads nothing.
 */
export function useLoaded<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ value?: Value; error?: string }>({})
  const latest = useRef({ load, turn: 0 })
  latest.current.load = load
  const reload = useCallback(async () => {
    latest.current.turn += 1
    const { turn } = latest.current
    try {
      const value = await latest.current.load()
      if (turn === latest.current.turn) setState({ value })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (turn === latest.current.turn) setState(before => ({ ...before, error: message }))
    }
  }, [])
  useEffect(() => {
    if (key !== '') void reload()
  }, [key, reload])
  return { value: state.value, error: state.error, reload }
}
