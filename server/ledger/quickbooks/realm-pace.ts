import type { PaceClock } from '../pace.ts'

/** Calls of one company, kept within QuickBooks's limits, which its answers do not tell. */
export interface RealmPace {
  /** Runs the call when it is its turn. A `patient` one also leaves the last calls of a minute to people. */
  run<T>(call: () => Promise<T>, of: { patient: boolean; batch: boolean }): Promise<T>
}

/**
 * QuickBooks allows ten at once, ten a second, 500 a minute and 40 batches a minute (facts/qbo.md, Limits). A
 * call arrives later than it was sent, and another program may call too: so each is kept a little short of.
 */
const AT_ONCE = 8
const SECOND = { of: 1000, most: 8, reserve: 0 }
const MINUTE = { of: 60_000, most: 480, reserve: 20 }
const BATCHES = { of: 60_000, most: 38, reserve: 3 }

const realClock: PaceClock = {
  now: () => Date.now(),
  sleep: ms => new Promise(done => setTimeout(done, ms)),
}

/** A pace of its own for one company; `clock` is for tests. */
export function createRealmPace(clock: PaceClock = realClock): RealmPace {
  let running = 0
  const queue: (() => void)[] = []
  /** The calls of the last minute, oldest first. */
  let begun: { at: number; batch: boolean }[] = []

  async function place(): Promise<void> {
    if (running < AT_ONCE) running += 1
    else await new Promise<void>(done => queue.push(done))
  }

  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }

  /** How long until one more call fits a window, in milliseconds; 0 or less: now. */
  function wait(window: typeof SECOND, patient: boolean, calls: readonly { at: number }[]): number {
    const most = window.most - (patient ? window.reserve : 0)
    const within = calls.filter(({ at }) => at > clock.now() - window.of)
    const inTheWay = within[within.length - most]
    return inTheWay === undefined ? 0 : inTheWay.at + window.of - clock.now()
  }

  async function turn(patient: boolean, batch: boolean): Promise<void> {
    for (;;) {
      begun = begun.filter(({ at }) => at > clock.now() - MINUTE.of)
      const ms = Math.max(
        wait(SECOND, patient, begun),
        wait(MINUTE, patient, begun),
        batch
          ? wait(
              BATCHES,
              patient,
              begun.filter(call => call.batch),
            )
          : 0,
      )
      if (ms <= 0) break
      await clock.sleep(ms)
    }
    begun.push({ at: clock.now(), batch })
  }

  return {
    async run(call, { patient, batch }) {
      await place()
      try {
        await turn(patient, batch)
        return await call()
      } finally {
        leave()
      }
    },
  }
}
