import { z } from 'zod'
import { type Client, createClient } from '#lib/api/client.ts'
import { isEnvelope } from '#lib/channel.ts'
import { type Clock, systemClock } from '#lib/domain/instant.ts'
import { createEngine } from '#lib/export/engine.ts'
import { type ReplyTo, type RequestName, type RequestOf, requests } from '#lib/messages.ts'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import type { Profile } from '#lib/page/profile.ts'
import type { Store } from '#lib/store/open.ts'
import { readSetting } from '#lib/store/settings.ts'
import { isStorageFull, setTrouble } from '#lib/store/trouble.ts'
import { say } from '#lib/words/say.ts'
import type { App, Handler, Sender } from './app.ts'
import { watchBadge } from './badge.ts'
import type { BrowserPort } from './browser-port.ts'
import { createProfiles } from './current-profile.ts'
import { handlers } from './handlers.ts'
import { createNotifier } from './notifier.ts'
import { openPanelAtOnce } from './open-panel.ts'
import type { PageReader } from './page-reader.ts'
import { refreshProfile } from './refresh-profile.ts'
import { inPlainWords, isForeseen } from './refusal.ts'
import { takeUp } from './take-up.ts'
import { type MessageSender, trusted } from './trust.ts'

export interface AppOptions {
  store: Store
  browser: BrowserPort
  /** Called at the first need, and after another profile came: what was learned of the page is in the store. */
  page: (profile: Profile) => Promise<PageReader>
  /** The profile that ships; Foodrazor's unless said otherwise. */
  shipped?: Profile
  /** The extension's own version, for what a profile switches off in some of them. */
  version?: string
  /** Our extension's id and the beginning of its pages' addresses. */
  own: { id: string; url: string }
  clock?: Clock
  clientFor?: (url: string, token: string | null) => Client
  onError?: (error: unknown) => void
}

/** The worker's app: answers requests, sends what waits, tells pages and badge what changed. */
export interface RunningApp {
  /**
   * Answers a message; undefined where it is not for us. Called synchronously by the listener, because
   * opening the panel counts as the person's click only then.
   */
  receive(message: unknown, sender: MessageSender): Promise<unknown> | undefined
  /** Does all that is due: at start, on an alarm. */
  wake(): Promise<void>
  stop(): void
}

export function createApp(options: AppOptions): RunningApp {
  const { store, browser, own, clock = systemClock } = options
  const clientFor = options.clientFor ?? ((url, token) => createClient({ url, token }))
  const report = options.onError ?? (error => console.error('Clearcloud:', error))

  function onError(error: unknown): void {
    if (isStorageFull(error)) {
      // Even this small note may find no room; the answer to the next request says it then.
      setTrouble(store, 'storage-full', true).catch(report)
    } else report(error)
  }

  async function connect(): Promise<Client | null> {
    const session = await readSetting(store, 'session')
    return session === null ? null : clientFor(session.serverUrl, session.token)
  }

  let reader: Promise<PageReader> | null = null
  function page(): Promise<PageReader> {
    const asked = reader ?? profiles.current().then(({ profile }) => options.page(profile))
    reader = asked
    asked.catch(() => {
      if (reader === asked) reader = null
    })
    return asked
  }
  const version = options.version ?? '0'
  const profiles = createProfiles(store, options.shipped ?? foodrazorProfile, version)

  const notifier = createNotifier(store, browser, onError)
  const engine = createEngine({
    store,
    clock,
    connect,
    changed: ids => notifier.changed(ids),
    setAlarm: at => browser.setAlarm(at),
    onError,
  })
  const profile = () => profiles.current()
  const renewProfile = () => {
    profiles.renew()
    reader = null
  }
  const app: App = {
    version,
    store,
    clock,
    browser,
    page,
    profile,
    renewProfile,
    engine,
    notifier,
    connect,
    clientFor,
    onError,
  }
  const stopBadge = watchBadge(store, browser, onError)

  async function answer<N extends RequestName>(
    name: N,
    data: unknown,
    sender: Sender,
  ): Promise<ReplyTo<N> | { ok: false; problem: string }> {
    const parsed = requests[name].safeParse(data)
    if (!parsed.success)
      return failed(name, say('refused.request', { issues: z.prettifyError(parsed.error) }))
    try {
      const handle = handlers[name] as Handler<N>
      return await handle(app, parsed.data as RequestOf<N>, sender)
    } catch (error) {
      if (isStorageFull(error) || !isForeseen(error)) onError(error)
      return failed(name, inPlainWords(error))
    }
  }

  return {
    receive(message, sender) {
      if (!isEnvelope(message) || !isRequest(message.clearcloud)) return undefined
      const name = message.clearcloud
      const from = trusted(name, sender, own)
      if (!from) return undefined
      if (name !== 'open-panel') return answer(name, message.data, from)
      const opened = openPanelAtOnce(app, message.data, from)
      return answer(name, message.data, from).then(reply =>
        opened.then(
          () => reply,
          error => ({ ok: false, problem: say('refused.panel-not-opened', { why: inPlainWords(error) }) }),
        ),
      )
    },
    async wake() {
      await Promise.all([refreshProfile(app).catch(onError), takeUp(app).catch(onError), engine.wake()])
    },
    stop() {
      stopBadge()
      engine.stop()
    },
  }
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requests, name)
}

/** A refusal in the shape that the request's answer has. */
function failed<N extends RequestName>(
  name: N,
  problem: string,
): ReplyTo<N> | { ok: false; problem: string } {
  if (name === 'page-seen') return { refused: problem } as ReplyTo<N>
  if (name === 'assessments') return [] as unknown as ReplyTo<N>
  return { ok: false, problem }
}
