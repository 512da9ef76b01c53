export type CallCount = { tenantId: string | null; endpoint: string; calls: number }

/** How often each endpoint was called for each organisation, faults and refusals included. */
export type CallCounts = {
  /** Counts one call; ids in the path become `{id}`. `tenantId` is null where a call names no organisation. */
  count(method: string, path: string, tenantId: string | null): void
  list(): CallCount[]
  total(): number
  clear(): void
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

export function callCounts(): CallCounts {
  const counts = new Map<string, CallCount>()
  return {
    count: (method, path, tenantId) => {
      const endpoint = `${method} ${path.replace(ID, '{id}').replace(/(\/Attachments\/).+/, '$1{name}')}`
      const key = `${tenantId} ${endpoint}`
      const seen = counts.get(key) ?? { tenantId, endpoint, calls: 0 }
      seen.calls += 1
      counts.set(key, seen)
    },
    list: () => [...counts.values()],
    total: () => [...counts.values()].reduce((sum, one) => sum + one.calls, 0),
    clear: () => counts.clear(),
  }
}
