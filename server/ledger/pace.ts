/** Calls of one organisation, kept within the ledger's limits. */
export interface Pace {
  /** Runs the call when it is its turn. A `patient` one also leaves the last calls of a minute to people. */
  run<T>(call: () => Promise<T>, patient: boolean): Promise<T>
  /** What an answer's headers said of the calls that remain in this minute. */
  learn(headers: unknown): void
}

/** Xero allows five at once (facts/xero.md, Limits): one stays free for what another program does. */
const AT_ONCE = 4
/** Of a minute's calls, what is left to people who wait for an answer. */
const RESERVE = 5
const MINUTE = 60_000
/** How long to hold back when others have used the minute up: nothing tells when theirs falls free. */
const HOLD = 5_000

export interface PaceClock {
  now(): number
  sleep(ms: number): Promise<void>
}

const realClock: PaceClock = {
  now: () => Date.now(),
  sleep: ms => new Promise(done => setTimeout(done, ms)),
}

/** A pace of its own for one organisation; `clock` is for tests. */
export function createPace(clock: PaceClock = realClock): Pace {
  let running = 0
  const queue: (() => void)[] = []
  /** When our own calls of the last minute began, oldest first: each falls free a minute later. */
  let begun: number[] = []
  let remaining: number | null = null

  async function place(): Promise<void> {
    if (running < AT_ONCE) running += 1
    else await new Promise<void>(done => queue.push(done))
  }

  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }

  async function minuteToSpare(): Promise<void> {
    while (remaining !== null && remaining <= RESERVE) {
      const now = clock.now()
      begun = begun.filter(at => at > now - MINUTE)
      const oldest = begun[0]
      await clock.sleep(oldest === undefined ? HOLD : Math.max(1, oldest + MINUTE - now))
      // What the header told is old by now: the next answer tells anew.
      remaining = null
    }
  }

  return {
    async run(call, patient) {
      await place()
      try {
        if (patient) await minuteToSpare()
        begun.push(clock.now())
        return await call()
      } finally {
        leave()
      }
    },
    learn(headers) {
      const told = headerOf(headers, 'x-minlimit-remaining')
      const count = told === null ? Number.NaN : Number(told)
      remaining = Number.isFinite(count) ? count : null
    },
  }
}

/** A header by its name in any case (facts/xero.md); null where it is missing. */
export function headerOf(headers: unknown, name: string): string | null {
  if (typeof headers !== 'object' || headers === null) return null
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name && (typeof value === 'string' || typeof value === 'number'))
      return String(value)
  }
  return null
}
