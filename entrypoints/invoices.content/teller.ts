import type { PageAnswer, PageRefusal, PageSeen, RowSeen } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import { isSameRow } from '#lib/page/row.ts'

export interface TellerOptions {
  ask: Ask
  signal: AbortSignal
  outletShown(): string | null
  /** The rows in the document now: told along with what the page's own answers say. */
  rowsNow(): RowSeen[]
  onAnswer(answer: PageAnswer, rows: readonly RowSeen[]): void
  /** Why the worker could not keep what it was told, which is told again and again; null once it could. */
  onRefused(why: string | null): void
  /** The worker did not answer, again and again. */
  onSilence(): void
}

/** Tells the worker what the page shows: in batches, each thing once, and again only when it changed. */
export interface Teller {
  see(row: RowSeen): void
  /** A JSON answer to the page's own request. */
  hear(url: string, text: string): void
  /** How many requests of the page are under way: what it shows meanwhile may be old. */
  waitFor(pending: number): void
  /** Tells answers that we asked for ourselves, at once. @throws why they were not kept */
  report(answers: PageSeen['answers']): Promise<PageAnswer>
}

const mostRows = 300
const mostAnswers = 40
/** Rows wait for the page's answers that name them, but no longer than this. */
const patienceMs = 3000
/** After the first failure; twice as long after each further one, up to about a minute. */
const retryMs = 2000
const mostDoublings = 5
const mostSilences = 4

export function createTeller(options: TellerOptions): Teller {
  const { ask, signal } = options
  const told = new Map<string, RowSeen>()
  const heard = new Map<string, string>()
  const rows = new Map<string, RowSeen>()
  const answers = new Map<string, string>()
  let pending = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  let busy = false
  let failures = 0

  function schedule(least = 0): void {
    if (rows.size === 0 && answers.size === 0) return
    since ??= performance.now()
    const left = pending > 0 ? Math.max(0, since + patienceMs - performance.now()) : 0
    clearTimeout(waiting)
    waiting = setTimeout(() => void flush(), Math.max(least, left))
  }

  async function flush(): Promise<void> {
    if (busy || signal.aborted) return
    busy = true
    since = undefined
    if (answers.size > 0) for (const row of options.rowsNow()) rows.set(row.key, row)
    const sentRows = [...rows.values()].slice(0, mostRows)
    const sentAnswers = [...answers].slice(0, mostAnswers)
    for (const { key } of sentRows) rows.delete(key)
    for (const [url] of sentAnswers) answers.delete(url)
    let silent = false
    /** Nothing is lost: it is told again. */
    const again = () => {
      for (const row of sentRows) if (!rows.has(row.key)) rows.set(row.key, row)
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
        for (const row of sentRows) told.set(row.key, row)
        if (failures > 0) options.onRefused(null)
        failures = 0
        options.onAnswer(answer, sentRows)
      }
    } catch {
      // The worker may be starting anew.
      again()
      silent = failures > mostSilences
      if (silent) options.onSilence()
    } finally {
      busy = false
      if (!silent) schedule(failures > 0 ? retryMs * 2 ** Math.min(failures - 1, mostDoublings) : 0)
    }
  }

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
      const before = rows.get(row.key) ?? told.get(row.key)
      if (before && isSameRow(before, row)) return
      rows.set(row.key, row)
      schedule()
    },
    hear(url, text) {
      if (heard.get(url) === text) return
      heard.delete(url)
      heard.set(url, text)
      // What was heard long ago is only kept to pass over what comes again unchanged.
      for (const old of [...heard.keys()].slice(0, Math.max(0, heard.size - mostAnswers))) heard.delete(old)
      answers.set(url, text)
      schedule()
    },
    waitFor(count) {
      pending = count
      if (count === 0) schedule()
    },
    async report(reported) {
      const answer = await tell([], reported)
      if ('refused' in answer) throw new Error(answer.refused)
      return answer
    },
  }
}
