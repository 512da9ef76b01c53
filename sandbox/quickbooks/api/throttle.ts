/** How much one app may ask of one company, and the largest file it may send. */
export type Limits = {
  concurrent: number
  second: number
  minute: number
  batchMinute: number
  fileBytes: number
}

/** What Intuit publishes. */
const published: Limits = { concurrent: 10, second: 10, minute: 500, batchMinute: 40, fileBytes: 100_000_000 }

const SECOND = 1000
const MINUTE = 60_000

/** The limits of the API, counted per company over sliding windows. */
export type Throttle = {
  /** The limits in force; may be changed at any time. */
  readonly limits: Limits
  /** Admits a call, to be released when it is answered; undefined where it is one too many, which costs nothing. */
  admit(realmId: string, batch: boolean): (() => void) | undefined
  /** Forgets all calls and puts the limits back to where they began. */
  reset(): void
}

export function throttle(clock: () => Date, given: Partial<Limits> = {}): Throttle {
  const limits = { ...published, ...given }
  const running = new Map<string, number>()
  const calls = new Map<string, { at: number; batch: boolean }[]>()
  return {
    limits,
    admit: (realmId, batch) => {
      const now = clock().getTime()
      const recent = (calls.get(realmId) ?? []).filter(call => call.at > now - MINUTE)
      const inFlight = running.get(realmId) ?? 0
      if (inFlight >= limits.concurrent || recent.length >= limits.minute) return undefined
      if (recent.filter(call => call.at > now - SECOND).length >= limits.second) return undefined
      if (batch && recent.filter(call => call.batch).length >= limits.batchMinute) return undefined
      calls.set(realmId, [...recent, { at: now, batch }])
      running.set(realmId, inFlight + 1)
      return () => running.set(realmId, Math.max(0, (running.get(realmId) ?? 0) - 1))
    },
    reset: () => {
      Object.assign(limits, published, given)
      calls.clear()
      running.clear()
    },
  }
}
