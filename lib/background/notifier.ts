import type { InvoiceId } from '#lib/domain/ids.ts'
import type { NoticeName, Notices } from '#lib/messages.ts'
import { assessedInvoices } from '#lib/store/assessed.ts'
import type { Store } from '#lib/store/open.ts'
import type { BrowserPort } from './browser-port.ts'

/** Tells the open pages what changed and what they are asked to do. */
export interface Notifier {
  /** Tells every page these invoices' new assessments soon, many changes as one; and that counts changed. */
  changed(ids: readonly InvoiceId[]): void
  /** Tells the tab that asked, else the first open page that listens. Gives whether one did. */
  tell<N extends NoticeName>(tabId: number | null, name: N, data: Notices[N]): Promise<boolean>
}

/** What must be done once: a list may stand in a frame, and every frame of a page listens. */
const doneOnce: ReadonlySet<NoticeName> = new Set(['page-requests', 'read-details'])
const coalesceMs = 50
const perMessage = 500

export function createNotifier(
  store: Store,
  browser: Pick<BrowserPort, 'pageTabs' | 'sendToTab'>,
  onError: (error: unknown) => void,
): Notifier {
  const pending = new Set<InvoiceId>()
  let scheduled = false

  async function flush(): Promise<void> {
    const ids = [...pending]
    pending.clear()
    const tabs = await browser.pageTabs()
    if (tabs.length === 0) return
    for (let from = 0; from < ids.length; from += perMessage) {
      const items = await assessedInvoices(store, ids.slice(from, from + perMessage))
      await Promise.all(tabs.map(tab => send(tab, 'assessed', { items })))
    }
    await Promise.all(tabs.map(tab => send(tab, 'summary-changed', {})))
  }

  async function send<N extends NoticeName>(tabId: number, name: N, data: Notices[N]): Promise<boolean> {
    try {
      await browser.sendToTab(tabId, { clearcloud: name, data }, { toAllFrames: !doneOnce.has(name) })
      return true
    } catch {
      // Nobody listens there: the tab was open before the extension was, or it was closed just now.
      return false
    }
  }

  return {
    changed(ids) {
      for (const id of ids) pending.add(id)
      if (scheduled) return
      scheduled = true
      setTimeout(() => {
        scheduled = false
        flush().catch(onError)
      }, coalesceMs)
    },
    async tell(tabId, name, data) {
      if (tabId !== null) return send(tabId, name, data)
      for (const tab of await browser.pageTabs()) if (await send(tab, name, data)) return true
      return false
    },
  }
}
