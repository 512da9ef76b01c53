import { readNotice } from '#lib/channel.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { AssessedInvoice, Notices, PageSeen } from '#lib/messages.ts'
import type { RowRead } from '#lib/page/row.ts'
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
  /** The row of an invoice, if it was read. */
  rowOf(invoiceId: InvoiceId): RowRead | undefined
  /** Reads the rows that show this number, wherever in the list. */
  seek(number: string): Promise<void>
  /** Gives the focus to the mark of an invoice. */
  focus(invoiceId: InvoiceId): void
  report(answers: PageSeen['answers']): Promise<void>
  say(text: string, bad?: boolean): void
}

/** Does what the worker asks of the page, the rarer of it by scripts that come with the need. Only our own worker is listened to: it bears our id and has no tab. */
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
        handlers
          .late('errands')
          .then(({ press }) => press(notice.data, handlers))
          .catch(silent)
        return
      case 'show-invoice':
        handlers
          .late('errands')
          .then(({ showInvoice }) => showInvoice(notice.data, handlers))
          .catch(silent)
        return
      case 'page-requests':
        if (handlers.leavesPageAlone) return handlers.say(say('page.left-alone'), true)
        handlers
          .late('errands')
          .then(({ request }) => request(notice.data, signal, handlers))
          .catch(silent)
    }
  }
  source.onMessage.addListener(listen)
  signal.addEventListener('abort', () => source.onMessage.removeListener(listen))
}
