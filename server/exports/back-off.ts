/** How long to wait after trouble, longer each time it comes again; one count per connection. */
export interface BackOff {
  /** Milliseconds until the next try: 1 s, 2 s, 4 s … a minute, each shortened at random by up to half. */
  failed(connectionId: string): number
  /** A call came through: the next trouble is the first again. */
  over(connectionId: string): void
}

const FIRST = 1000
const LONGEST = 60_000

/** `random` gives a number from 0 to 1, as Math.random does. */
export function createBackOff(random: () => number = Math.random): BackOff {
  const failures = new Map<string, number>()
  return {
    failed(connectionId) {
      const before = failures.get(connectionId) ?? 0
      failures.set(connectionId, before + 1)
      const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(before, 10))
      // Many servers that were turned away at once do not come back at once.
      return Math.round(longest * (1 - random() / 2))
    },
    over(connectionId) {
      failures.delete(connectionId)
    },
  }
}
