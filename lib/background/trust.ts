import type { RequestName } from '#lib/messages.ts'
import type { Sender } from './app.ts'

/** Who may ask for what. A content script lives in a page we do not own: settings are not its business. */
const pageRequests: ReadonlySet<RequestName> = new Set([
  'page-profile',
  'page-seen',
  'assessments',
  'summary',
  'listed',
  'choices',
  'compare',
  'fix',
  'export-ready',
  'retry-failed',
  'cancel-exports',
  'assign-group',
  'map-account',
  'create-group',
  'open-panel',
  'open-options',
  'load-script',
  'keep-taught',
  'sign-in',
])

/** What the browser says of a message's sender. */
export interface MessageSender {
  id?: string | undefined
  url?: string | undefined
  tab?: { id?: number | undefined } | undefined
  frameId?: number | undefined
}

/**
 * The sender, if it is ours and may ask this; else undefined. A page of the extension is known by its
 * address (even in a tab of its own); whatever else bears our id is a content script of ours.
 */
export function trusted(
  name: RequestName,
  sender: MessageSender,
  own: { id: string; url: string },
): Sender | undefined {
  if (sender.id !== own.id) return undefined
  if (sender.url?.startsWith(own.url)) return { tabId: null, frameId: 0 }
  const tabId = sender.tab?.id
  if (tabId === undefined || !pageRequests.has(name)) return undefined
  return { tabId, frameId: sender.frameId ?? 0 }
}
