import type { InvoiceId } from '#lib/domain/ids.ts'
import type { PageAnswer, PageSeen } from '#lib/messages.ts'
import { isTelling } from '#lib/page/telling-json.ts'
import { say } from '#lib/words/say.ts'
import { ownAddress } from './own-address.ts'

type Unread = PageAnswer['unread'][number]

export interface DetailReadingOptions {
  signal: AbortSignal
  report(answers: PageSeen['answers']): Promise<unknown>
  /** Rows in sight are read first. */
  isInSight(invoiceId: InvoiceId): boolean
  onProgress(progress: { done: number; total: number } | null): void
  onStopped(why: string): void
}

/** Reads invoices' lines by the page's own detail request, in the person's own session, two at a time. */
export interface DetailReading {
  /** What the worker would like to know; read as long as the page is looked at. */
  want(unread: readonly Unread[]): void
  /** What a person's click waits for: read even if the page is in the background. */
  need(unread: readonly Unread[]): void
  stop(): void
}

const atOnce = 2
const batch = 20
const batchMs = 600
/** The worker may be starting anew: what it did not take is told again, so often. */
const mostReports = 5
const reportAgainMs = 2000
/** An answer that the worker could not use is not asked for again and again. */
const mostReads = 4
const largest = 2_000_000

export function createDetailReading(options: DetailReadingOptions): DetailReading {
  const { signal } = options
  const queue = new Map<InvoiceId, Unread>()
  const needed = new Set<InvoiceId>()
  const reads = new Map<InvoiceId, number>()
  /** Addresses (with the id left out) that did not answer as expected: not asked again. */
  const refused = new Set<string>()
  let answers: PageSeen['answers'] = []
  let sending: ReturnType<typeof setTimeout> | undefined
  let running = 0
  let done = 0
  let stopper = new AbortController()

  function add(unread: readonly Unread[], isNeeded: boolean): void {
    for (const each of unread) {
      if (refused.has(addressOf(each)) || (!isNeeded && (reads.get(each.invoiceId) ?? 0) >= mostReads))
        continue
      if (!ownAddress(each.url)) continue
      queue.set(each.invoiceId, each)
      if (isNeeded) needed.add(each.invoiceId)
    }
    go()
  }

  function go(): void {
    while (running < atOnce && !signal.aborted) {
      const next = takeNext()
      if (!next) break
      running += 1
      void read(next, stopper.signal).finally(() => {
        running -= 1
        go()
      })
    }
    progress()
  }

  /** What a click waits for, then what is in sight, then the rest in the worker's order: yellow first. */
  function takeNext(): Unread | undefined {
    const all = [...queue.values()]
    const next =
      all.find(({ invoiceId }) => needed.has(invoiceId)) ??
      (document.hidden ? undefined : (all.find(({ invoiceId }) => options.isInSight(invoiceId)) ?? all[0]))
    if (next) {
      queue.delete(next.invoiceId)
      needed.delete(next.invoiceId)
    }
    return next
  }

  async function read(next: Unread, stopped: AbortSignal): Promise<void> {
    reads.set(next.invoiceId, (reads.get(next.invoiceId) ?? 0) + 1)
    try {
      const response = await fetch(next.url, {
        credentials: 'same-origin',
        headers: { accept: 'application/json' },
        signal: AbortSignal.any([stopped, signal]),
      })
      if (!response.ok) return refuse(next, wordsFor(response.status))
      const text = await response.text()
      if (text.length > largest || !isTelling(text)) {
        return refuse(next, say('page.unexpected-answer'))
      }
      done += 1
      answers.push({ url: new URL(next.url, location.href).href, json: text })
      if (answers.length >= batch) send()
      else sending ??= setTimeout(send, batchMs)
    } catch (error) {
      // Stopped by a person, or the page is left: nothing is wrong. Else the network is.
      if (!stopped.aborted && !signal.aborted) {
        const why = error instanceof Error ? error.message : say('page.network-failed')
        refuse(next, say('page.not-read', { why }))
      }
    }
  }

  function refuse(next: Unread, why: string): void {
    refused.add(addressOf(next))
    for (const [id, each] of queue) if (refused.has(addressOf(each))) queue.delete(id)
    options.onStopped(why)
  }

  function send(): void {
    clearTimeout(sending)
    sending = undefined
    const sent = answers
    answers = []
    if (sent.length > 0) void report(sent)
  }

  async function report(sent: PageSeen['answers'], attempt = 1): Promise<void> {
    try {
      await options.report(sent)
    } catch {
      if (signal.aborted) return
      if (attempt < mostReports) setTimeout(() => void report(sent, attempt + 1), reportAgainMs)
      else options.onStopped(say('page.reading-not-taken'))
    }
  }

  function progress(): void {
    const left = queue.size + running
    if (left === 0) {
      if (answers.length > 0) send()
      done = 0
      options.onProgress(null)
    } else options.onProgress({ done, total: done + left })
  }

  document.addEventListener('visibilitychange', () => !document.hidden && go(), { signal })
  return {
    want: unread => add(unread, false),
    need: unread => add(unread, true),
    stop() {
      for (const id of queue.keys()) reads.set(id, mostReads)
      queue.clear()
      stopper.abort()
      stopper = new AbortController()
      progress()
    },
  }
}

function addressOf({ url, invoiceId }: Unread): string {
  return url.replace(encodeURIComponent(invoiceId), '{id}')
}

function wordsFor(status: number): string {
  if (status === 401) return say('page.read-sign-in')
  if (status === 403) return say('page.read-forbidden')
  if (status === 404) return say('page.read-not-found')
  return say('page.read-refused', { status })
}
