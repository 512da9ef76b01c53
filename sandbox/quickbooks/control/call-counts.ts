export type CallCount = { realmId: string | null; endpoint: string; calls: number }

/** How often each endpoint was called for each company, faults and refusals included. */
export type CallCounts = {
  /** Counts one call; ids in the path become `{id}`. `realmId` is null where a call names no company. */
  count(method: string, path: string, realmId: string | null): void
  list(): CallCount[]
  total(): number
  clear(): void
}

export function callCounts(): CallCounts {
  const counts = new Map<string, CallCount>()
  return {
    count: (method, path, realmId) => {
      const endpoint = `${method} ${path.replace(/\/\d+(?=\/|$)/g, '/{id}')}`
      const key = `${realmId} ${endpoint}`
      const seen = counts.get(key) ?? { realmId, endpoint, calls: 0 }
      seen.calls += 1
      counts.set(key, seen)
    },
    list: () => [...counts.values()],
    total: () => [...counts.values()].reduce((sum, one) => sum + one.calls, 0),
    clear: () => counts.clear(),
  }
}
