import { readNotice } from '#lib/channel.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { AssessedInvoice, Notices, PageSeen } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import type { Late } from './late-scripts.ts'

type Listener = (message: unknown, sender: { id?: string; tab?: unknown }) => void

/** The little of `browser.runtime` that listening needs. */
export interface NoticeSource {
  id?: string
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void }
}

export interface NoticeHandlers {
  /** Whether nothing may be pressed or changed in the page. */
  leavesPageAlone: boolean
  /** Brings what is to be done of what is asked. */
  late: Late
  assessed(items: AssessedInvoice[]): void
  summaryChanged(): void
  readDetails(unread: Notices['read-details']['unread']): unknown
  controlOf(invoiceId: InvoiceId): HTMLElement | null
  /** Gives whether the invoice is on the page's list. */
  show(invoiceId: InvoiceId): boolean
  report(answers: PageSeen['answers']): Promise<void>
  say(text: string, bad?: boolean): void
}

/** Does what the worker asks of the page. Only our own worker is listened to: it bears our id and has no tab. */
export function onNotices(source: NoticeSource, signal: AbortSignal, handlers: NoticeHandlers): void {
  const own = source.id
  const silent = () => handlers.say(say('page.silent'), true)
  const listen: Listener = (message, sender) => {
    if (sender.id !== own || sender.tab !== undefined) return
    const notice = readNotice(message)
    switch (notice?.name) {
      case 'assessed':
        return handlers.assessed(notice.data.items)
      case 'summary-changed':
        return handlers.summaryChanged()
      case 'read-details':
        handlers.readDetails(notice.data.unread)
        return
      case 'press-control':
        if (handlers.leavesPageAlone) return handlers.say(say('page.left-alone'), true)
        void press(notice.data, handlers).catch(silent)
        return
      case 'show-invoice':
        if (!handlers.show(notice.data.invoiceId)) handlers.say(say('page.not-listed'), true)
        return
      case 'page-requests':
        if (handlers.leavesPageAlone) return handlers.say(say('page.left-alone'), true)
        void request(notice.data, signal, handlers).catch(silent)
    }
  }
  source.onMessage.addListener(listen)
  signal.addEventListener('abort', () => source.onMessage.removeListener(listen))
}

async function press(
  { invoiceId, action }: Notices['press-control'],
  handlers: NoticeHandlers,
): Promise<void> {
  const { pressControl } = await handlers.late('errands')
  const control = handlers.controlOf(invoiceId)
  if (control) pressControl(control, action)
  else handlers.say(say('page.not-listed-to-press'), true)
}

async function request(
  { requests }: Notices['page-requests'],
  signal: AbortSignal,
  handlers: NoticeHandlers,
): Promise<void> {
  const { makePageRequests } = await handlers.late('errands')
  const { answers, problem } = await makePageRequests(requests, signal)
  if (problem !== null) handlers.say(problem, true)
  if (answers.length > 0) {
    await handlers.report(answers).catch(() => handlers.say(say('page.answer-not-taken'), true))
  }
}
