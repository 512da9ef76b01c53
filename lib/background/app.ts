import type { Client } from '#lib/api/client.ts'
import type { Clock } from '#lib/domain/instant.ts'
import type { Engine } from '#lib/export/engine.ts'
import type { ReplyTo, RequestName, RequestOf } from '#lib/messages.ts'
import type { Store } from '#lib/store/open.ts'
import type { BrowserPort } from './browser-port.ts'
import type { CurrentProfile } from './current-profile.ts'
import type { Notifier } from './notifier.ts'
import type { PageReader } from './page-reader.ts'

/** All that a request may use. */
export interface App {
  /** The extension's own. */
  version: string
  store: Store
  clock: Clock
  browser: BrowserPort
  page(): Promise<PageReader>
  /** The profile that counts now, and what it switches off. */
  profile(): Promise<CurrentProfile>
  /** Another profile was stored: what was read by the old one is read anew. */
  renewProfile(): void
  engine: Engine
  notifier: Notifier
  /** The server as the one who is signed in sees it; null when nobody is. */
  connect(): Promise<Client | null>
  /** A server by its address, with a token or (to sign in) without. */
  clientFor(url: string, token: string | null): Client
  /** Told of an error that nobody waits for. */
  onError(error: unknown): void
}

/** Who sent a request: a tab's page by our content script, or (null) a page of the extension. */
export interface Sender {
  tabId: number | null
  /** The frame of the tab that the page is in; 0 is the whole. */
  frameId: number
}

/** What a request does and answers. */
export type Handler<N extends RequestName> = (
  app: App,
  data: RequestOf<N>,
  sender: Sender,
) => Promise<ReplyTo<N>>
