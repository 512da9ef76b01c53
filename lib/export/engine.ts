import { type Client, ProblemError, UnreachableError } from '../api/client.ts'
import type { InvoiceId } from '../domain/ids.ts'
import { addMilliseconds, type Clock, type Instant } from '../domain/instant.ts'
import type { Store } from '../store/open.ts'
import { nextDue } from '../store/outbox.ts'
import { runIsOver } from '../store/progress.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { setTrouble } from '../store/trouble.ts'
import { exportByItself } from './auto.ts'
import { backOff } from './back-off.ts'
import { drainExports, markWaiting, postpone } from './drain.ts'
import { pullMutations, pushMutations } from './mutations.ts'
import { readResults } from './results.ts'
import { type ReadFile, sendFiles } from './send-files.ts'
import { singleFlight } from './single-flight.ts'
import { tellDecisions } from './tell-server.ts'

export interface EngineOptions {
  store: Store
  clock: Clock
  /** The server as the one who is signed in sees it; null when nobody is. */
  connect(): Promise<Client | null>
  /** Told after each write, with the invoices whose assessment changed. */
  changed(ids: readonly InvoiceId[]): void
  /** Wakes the worker at this time, or (null) not at all. */
  setAlarm(at: Instant | null): void
  /** Told of an error that no rule here foresees. */
  onError(error: unknown): void
  /** Gets the file that came with an invoice; from the page's own address, unless told otherwise. */
  readFile?: ReadFile | undefined
}

export interface Engine {
  /** Does all that is due, whichever way the worker was woken. Resolves once everything rests. */
  wake(): Promise<void>
  /** Lets what waited for the server or for a sign-in go on at once. */
  resume(): Promise<void>
  /** Abandons what is under way; what is stored goes on with another engine. */
  stop(): void
}

const longPollSeconds = 20
const othersMs = 60_000
const idleMs = 5 * 60_000
const alarmLeastMs = 30_000
/** No timer comes sooner: what is due and cannot go must not keep the worker spinning. */
const timerLeastMs = 250
/** How long a run's last count stays in sight. */
const runEndMs = 8_000
/** An export that the server has and of which nothing was heard for so long is asked for from the beginning. */
const silenceMs = 10 * 60_000

/** Everything between the store and the server: sends what waits, hears what became of it. */
export function createEngine(options: EngineOptions): Engine {
  const { store, clock, connect, changed, setAlarm, onError } = options
  const readFile =
    options.readFile ?? (url => globalThis.fetch(url, { credentials: 'include', signal: ended.signal }))
  const owner = globalThis.crypto.randomUUID()
  const ended = new AbortController()
  let failures = 0
  let othersReadAt: Instant | null = null
  let healed = false
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const send = singleFlight(async () => {
    const client = await connect()
    if (client === null) return markWaiting({ store, changed }, 'sign-in', null, clock())
    try {
      await pushMutations(store, client, clock, owner)
      await tellDecisions(store, client, clock, owner)
      const sender = { store, client, clock, owner, changed }
      const sent = await drainExports(sender)
      if (sent > 0) void background(listen())
      await sendFiles(sender, readFile)
      await readOthers(client)
      await reached()
    } catch (error) {
      await failed(error)
    }
  })

  const listen = singleFlight(async () => {
    if (!healed) await hearFromTheBeginning(store, clock())
    healed = true
    while (!ended.signal.aborted) {
      const client = await connect()
      if (client === null) return
      const flying = await isFlying(store)
      try {
        const results = await readResults(store, client, flying ? longPollSeconds : 0, ended.signal)
        changed(results.changed)
        await goOn(results.changed)
        if ((await store.outbox.where('kind').equals('file').count()) > 0) void background(send())
        await reached()
        if (results.items === 0 && !flying) return
      } catch (error) {
        if (ended.signal.aborted) return
        return failed(error)
      }
    }
  })

  /** Sends what the changes made ready to be sent by itself. */
  async function goOn(ids: readonly InvoiceId[], afterFix = false): Promise<void> {
    const { queued, changed: moved } = await exportByItself(store, ids, { now: clock(), afterFix })
    changed(moved)
    if (queued.length > 0) void background(send())
  }

  async function readOthers(client: Client): Promise<void> {
    const now = clock()
    if (othersReadAt !== null && addMilliseconds(othersReadAt, othersMs) > now) return
    const theirs = await pullMutations(store, client, now)
    othersReadAt = now
    changed(theirs.changed)
    await goOn(theirs.concerned, true)
  }

  async function reached(): Promise<void> {
    failures = 0
    if (await setTrouble(store, 'server-unreachable', false)) changed([])
  }

  async function failed(error: unknown): Promise<void> {
    if (!(error instanceof ProblemError || error instanceof UnreachableError)) throw error
    const now = clock()
    if (error instanceof ProblemError && error.problem.code === 'not-signed-in') {
      await writeSetting(store, 'session', null)
      await setTrouble(store, 'not-signed-in', true)
      return markWaiting({ store, changed }, 'sign-in', null, now)
    }
    failures += 1
    const asked = error instanceof ProblemError ? (error.problem.retryAfterSeconds ?? 0) * 1000 : 0
    const at = addMilliseconds(now, Math.max(backOff(failures), asked))
    await postpone(store, at)
    await setTrouble(store, 'server-unreachable', true)
    await markWaiting({ store, changed }, 'server-unreachable', at, now)
  }

  /** One alarm for the earliest thing to do; a timer besides where that is sooner than an alarm may ring. */
  async function schedule(): Promise<void> {
    const now = clock()
    const due = await nextDue(store)
    const flying = await isFlying(store)
    const signedIn = (await readSetting(store, 'session')) !== null
    if (due !== null && signedIn) later('send', Date.parse(due) - Date.parse(now), send)
    if (failures > 0 && flying && signedIn) later('listen', backOff(failures), listen)
    const times = [addMilliseconds(now, alarmLeastMs)]
    if (!flying) times.push(due !== null && signedIn ? due : addMilliseconds(now, idleMs))
    // The later of the two: an alarm may not ring sooner, and an export under way is asked for soon.
    setAlarm(signedIn ? (times.sort().at(-1) ?? null) : null)
    await endRun()
  }

  /** The run's last count stays for some seconds, then the progress goes. */
  async function endRun(): Promise<void> {
    const run = await readSetting(store, 'run')
    if (run === null || !(await runIsOver(store))) return
    later('run-end', runEndMs, async () => {
      const present = await readSetting(store, 'run')
      if (present?.since !== run.since || !(await runIsOver(store))) return
      await writeSetting(store, 'run', null)
      changed([])
    })
  }

  /** At most one timer of a name; what is further away than that is the alarm's. */
  function later(name: string, ms: number, what: () => Promise<void>): void {
    clearTimeout(timers.get(name))
    if (ended.signal.aborted || ms > alarmLeastMs) return
    timers.set(
      name,
      setTimeout(() => background(what()), Math.max(timerLeastMs, ms)),
    )
  }

  function background(work: Promise<void>): Promise<void> {
    return work.then(schedule).catch(error => {
      if (!ended.signal.aborted) onError(error)
    })
  }

  return {
    async wake() {
      // Should the worker die right away, the alarm brings it back.
      setAlarm(addMilliseconds(clock(), alarmLeastMs))
      await background(Promise.all([send(), listen()]).then(() => undefined))
    },
    async resume() {
      failures = 0
      await postpone(store, clock())
      await this.wake()
    },
    stop() {
      ended.abort()
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

/** Whether the server has exports of ours whose end may come at any moment. */
async function isFlying(store: Store): Promise<boolean> {
  if ((await store.exports.where('state').anyOf(['sent', 'checking']).count()) > 0) return true
  const waiting = await store.exports.where('state').equals('waiting').toArray()
  const lost = new Set(
    (await store.outlets.toArray()).filter(row => row.connection?.state === 'expired').map(row => row.id),
  )
  return waiting.some(
    ({ record, outletId }) =>
      record.state === 'waiting' &&
      (record.why === 'rate-limit' || (record.why === 'reconnect' && !lost.has(outletId))),
  )
}

/** Reads all results anew where an export has been silent for longer than any answer takes. */
async function hearFromTheBeginning(store: Store, now: Instant): Promise<void> {
  const long = addMilliseconds(now, -silenceMs)
  const silent = await store.exports.where('state').anyOf(['sent', 'checking']).toArray()
  if (silent.some(row => row.updatedAt < long)) await writeSetting(store, 'cursor', 0)
}
