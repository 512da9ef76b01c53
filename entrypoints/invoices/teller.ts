import type { PageAnswer, PageRefusal, PageSeen, RowSeen } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import { cloudSum } from '#lib/page/row.ts'
import { textSum } from '#lib/page/text-sum.ts'

export interface TellerOptions {
  ask: Ask
  signal: AbortSignal
  outletShown(): string | null
  /** The rows that were read and are there now: told along with what the page's own answers say. */
  rowsNow(): RowSeen[]
  /** Whether the answer about a row is still at hand. */
  isAnswered(key: string): boolean
  /** `isAll`: the page has told all that it had to tell, so far. */
  onAnswer(answer: PageAnswer, rows: readonly RowSeen[], isAll: boolean): void
  /** Why the worker could not keep what it was told, which is told again and again; null once it could. */
  onRefused(why: string | null): void
  /** The worker did not answer, again and again. */
  onSilence(): void
}

/** Tells the worker what the page shows: in batches, each thing once, and again only when it changed. */
export interface Teller {
  see(row: RowSeen): void
  /** A row out of sight: it is told of, and nothing is answered. */
  mention(row: RowSeen): void
  /** A JSON answer to the page's own request. */
  hear(url: string, text: string): void
  /** How many requests of the page are under way: what it shows meanwhile may be old. */
  waitFor(pending: number): void
  /** Resolves when the rows that wait now were told, or could not be. */
  told(): Promise<void>
  /** Tells answers that we asked for ourselves, at once. @throws why they were not kept */
  report(answers: PageSeen['answers']): Promise<PageAnswer>
}

const mostRows = 300
const mostAnswers = 40
/** Characters of answers in one message: what is handed over at once holds the page up. */
const mostText = 400_000
const mostHeard = 500
/** Rows wait for the page's answers that name them, but no longer than this. */
const patienceMs = 3000
/** What is out of sight waits for more of its kind. */
const gatherMs = 300
/** After the first failure; twice as long after each further one, up to about a minute. */
const retryMs = 2000
const mostDoublings = 5
const mostSilences = 4

export function createTeller(options: TellerOptions): Teller {
  const { ask, signal } = options
  /** What was told, as sums: a page may show ten thousand rows, and bring megabytes of answers. */
  const told = new Map<number, number>()
  const heard = new Map<string, number>()
  const rows = new Map<string, RowSeen>()
  const aside = new Map<string, RowSeen>()
  const answers = new Map<string, string>()
  let pending = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  let busy = false
  let failures = 0
  const waiters: (() => void)[] = []

  function schedule(least = 0): void {
    if (rows.size === 0 && aside.size === 0 && answers.size === 0) return
    since ??= performance.now()
    const left = pending > 0 ? Math.max(0, since + patienceMs - performance.now()) : 0
    clearTimeout(waiting)
    waiting = setTimeout(() => void flush(), Math.max(least, left))
  }

  async function flush(): Promise<void> {
    waiting = undefined
    if (busy || signal.aborted) return
    busy = true
    since = undefined
    if (answers.size > 0) for (const row of options.rowsNow()) rows.set(row.key, row)
    const sentRows = [...rows.values(), ...aside.values()].slice(0, mostRows)
    const sentAnswers = firstOf(answers)
    for (const row of sentRows) waitingWith(row).delete(row.key)
    for (const [url] of sentAnswers) answers.delete(url)
    let silent = false
    /** Nothing is lost: it is told again. */
    const again = () => {
      for (const row of sentRows) if (!waitingWith(row).has(row.key)) waitingWith(row).set(row.key, row)
      for (const [url, text] of sentAnswers) if (!answers.has(url)) answers.set(url, text)
      failures += 1
    }
    try {
      const answer = await tell(
        sentRows,
        sentAnswers.map(([url, json]) => ({ url, json })),
      )
      if ('refused' in answer) {
        again()
        options.onRefused(answer.refused)
      } else {
        for (const row of sentRows) told.set(textSum(row.key), cloudSum(row))
        if (failures > 0) options.onRefused(null)
        failures = 0
        options.onAnswer(
          answer,
          sentRows.filter(row => !row.aside),
          rows.size + answers.size + pending === 0,
        )
      }
    } catch {
      // The worker may be starting anew.
      again()
      silent = failures > mostSilences
      if (silent) options.onSilence()
    } finally {
      busy = false
      if (rows.size === 0 || failures > 0) for (const go of waiters.splice(0)) go()
      if (!silent) schedule(failures > 0 ? retryMs * 2 ** Math.min(failures - 1, mostDoublings) : 0)
    }
  }

  const waitingWith = (row: RowSeen) => (row.aside ? aside : rows)
  const wasTold = (row: RowSeen) => told.get(textSum(row.key)) === cloudSum(row)

  async function tell(sent: RowSeen[], heardOf: PageSeen['answers']): Promise<PageAnswer | PageRefusal> {
    const seen: PageSeen = {
      origin: location.origin,
      outletShown: options.outletShown(),
      language: document.documentElement.lang || navigator.language,
      rows: sent,
      answers: heardOf,
    }
    const answer: PageAnswer | PageRefusal | undefined = await ask('page-seen', seen)
    if (!answer) throw new Error('Nobody answered')
    return answer
  }

  return {
    see(row) {
      const before = rows.get(row.key)
      if (before ? cloudSum(before) === cloudSum(row) : wasTold(row) && options.isAnswered(row.key)) return
      aside.delete(row.key)
      rows.set(row.key, row)
      schedule()
    },
    mention(row) {
      if (rows.has(row.key) || wasTold(row)) return
      aside.set(row.key, { ...row, aside: true })
      if (waiting === undefined) schedule(gatherMs)
    },
    hear(url, text) {
      const sum = textSum(text)
      if (heard.get(url) === sum) return
      // Only kept to pass over what comes again unchanged.
      if (heard.size >= mostHeard) heard.clear()
      heard.set(url, sum)
      answers.set(url, text)
      schedule()
    },
    waitFor(count) {
      pending = count
      if (count === 0) schedule()
    },
    told: () => (rows.size === 0 && !busy ? Promise.resolve() : new Promise(go => waiters.push(go))),
    async report(reported) {
      const answer = await tell([], reported)
      if ('refused' in answer) throw new Error(answer.refused)
      return answer
    },
  }
}

/** The first answers, as far as one message may hold them. */
function firstOf(answers: ReadonlyMap<string, string>): [url: string, text: string][] {
  let size = 0
  return [...answers].slice(0, mostAnswers).filter(([, text], index) => {
    size += text.length
    return index === 0 || size <= mostText
  })
}
