/** A refusal by a limit: which one, and after how many seconds to come back where the limit says so. */
export type LimitRefusal = {
  problem: 'concurrent' | 'minute' | 'day' | 'appminute'
  retryAfter?: number
}

export type Remaining = { day: number; minute: number; appMinute: number }

type Ceilings = { concurrent: number; minute: number; day: number; appMinute: number }

/** Per organisation 5 at once, 60 a minute and 5,000 a day; per app 10,000 a minute. Source: facts of the API. */
const published: Ceilings = { concurrent: 5, minute: 60, day: 5_000, appMinute: 10_000 }

const MINUTE = 60_000
const DAY = 86_400_000

/** The limits of the accounting API, counted per app and organisation over sliding windows. */
export type RateLimits = {
  /** The ceilings in force; may be changed at any time. */
  readonly ceilings: Ceilings
  /** Admits a call, to be released when it is answered, or refuses it. A refused call costs nothing. */
  admit(clientId: string, tenantId: string): { release: () => void } | LimitRefusal
  remaining(clientId: string, tenantId: string): Remaining
  /** Forgets all calls and puts the ceilings back to where they began. */
  reset(): void
}

export function rateLimits(clock: () => Date, given: Partial<Ceilings> = {}): RateLimits {
  const ceilings = { ...published, ...given }
  const running = new Map<string, number>()
  const calls = new Map<string, number[]>()

  const since = (key: string, window: number): number[] => {
    const start = clock().getTime() - window
    return (calls.get(key) ?? []).filter(at => at > start)
  }
  const wait = (times: number[], window: number): number =>
    Math.max(1, Math.ceil(((times[0] ?? 0) + window - clock().getTime()) / 1000))

  return {
    ceilings,
    admit: (clientId, tenantId) => {
      const key = `${clientId} ${tenantId}`
      const now = running.get(key) ?? 0
      if (now >= ceilings.concurrent) return { problem: 'concurrent' }
      const app = since(clientId, MINUTE)
      if (app.length >= ceilings.appMinute) return { problem: 'appminute', retryAfter: wait(app, MINUTE) }
      const day = since(key, DAY)
      if (day.length >= ceilings.day) return { problem: 'day', retryAfter: wait(day, DAY) }
      const minute = since(key, MINUTE)
      if (minute.length >= ceilings.minute) return { problem: 'minute', retryAfter: wait(minute, MINUTE) }
      const at = clock().getTime()
      calls.set(key, [...day, at])
      calls.set(clientId, [...app, at])
      running.set(key, now + 1)
      return { release: () => running.set(key, Math.max(0, (running.get(key) ?? 0) - 1)) }
    },
    remaining: (clientId, tenantId) => {
      const key = `${clientId} ${tenantId}`
      return {
        day: Math.max(0, ceilings.day - since(key, DAY).length),
        minute: Math.max(0, ceilings.minute - since(key, MINUTE).length),
        appMinute: Math.max(0, ceilings.appMinute - since(clientId, MINUTE).length),
      }
    },
    reset: () => {
      Object.assign(ceilings, published, given)
      calls.clear()
      running.clear()
    },
  }
}
