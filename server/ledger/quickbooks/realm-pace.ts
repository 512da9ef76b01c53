import type { PaceClock } from '../pace.ts'

/** Calls of one company, kept within QuickBooks's limits, which its answers do not tell. */
export interface RealmPace {
  /** Runs the call when it is its turn. A `patient` one also leaves the last calls of a minute to people. */
  run<T>(call: () => Promise<T>, of: { patient: boolean; batch: boolean }): Promise<T>
}

/**
 * QuickBooks allows ten at once, ten a second, 500 a minute and 40 batches a minute (facts/qbo.md, Limits). When a
 * call arrives there is not known, but it has once it is answered: so a call counts until that long after its end.
 */
const AT_ONCE = 8
const SECOND = { of: 1000, most: 10, reserve: 0 }
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
  /** The calls under way, and those that ended in the last minute, in the order of their ends. */
  const underWay = { all: 0, batches: 0 }
  let ended: { at: number; batch: boolean }[] = []

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
  function wait(window: typeof SECOND, patient: boolean, batches: boolean): number {
    const most = window.most - (patient ? window.reserve : 0)
    const within = ended.filter(({ at, batch }) => at > clock.now() - window.of && (batch || !batches))
    const tooMany = within.length + (batches ? underWay.batches : underWay.all) + 1 - most
    // No more are under way than fit any window, so that those that ended must be what is in the way.
    const inTheWay = tooMany > 0 ? within[tooMany - 1] : undefined
    return inTheWay === undefined ? 0 : inTheWay.at + window.of - clock.now()
  }

  async function turn(patient: boolean, batch: boolean): Promise<void> {
    for (;;) {
      ended = ended.filter(({ at }) => at > clock.now() - MINUTE.of)
      const ms = Math.max(
        wait(SECOND, patient, false),
        wait(MINUTE, patient, false),
        batch ? wait(BATCHES, patient, true) : 0,
      )
      if (ms <= 0) break
      await clock.sleep(ms)
    }
    underWay.all += 1
    if (batch) underWay.batches += 1
  }

  function over(batch: boolean): void {
    underWay.all -= 1
    if (batch) underWay.batches -= 1
    ended.push({ at: clock.now(), batch })
  }

  return {
    async run(call, { patient, batch }) {
      await place()
      try {
        await turn(patient, batch)
        try {
          return await call()
        } finally {
          over(batch)
        }
      } finally {
        leave()
      }
    },
  }
}
