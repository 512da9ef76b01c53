import { type AppOptions, createApp } from '#lib/background/create-app.ts'
import type { PageReader } from '#lib/background/page-reader.ts'
import type { Envelope } from '#lib/channel.ts'
import type { Instant } from '#lib/domain/instant.ts'
import type { ReplyTo, RequestName, RequestOf } from '#lib/messages.ts'
import type { PageFacts } from '#lib/page/page-facts.ts'
import type { Store } from '#lib/store/open.ts'
import { aServer, type TestServer } from '../export/a-server.ts'
import { aClock, factsOf } from '../store/a-store.ts'

export const own = { id: 'our-id', url: 'chrome-extension://our-id/' }
export const fromPage = { id: own.id, url: 'https://app.foodrazor.com/', tab: { id: 7 } }
export const fromOptions = { id: own.id, url: `${own.url}options.html`, tab: { id: 9 } }

/** An app over a store, with a browser that writes down what it is told and a page that says `facts`. */
export function anApp(store: Store, server: TestServer = aServer(), over: Partial<AppOptions> = {}) {
  const told: { tabId: number; message: Envelope }[] = []
  const alarms: (Instant | null)[] = []
  const badges: string[] = []
  const opened: string[] = []
  const errors: unknown[] = []
  const page = {
    facts: factsOf([]) as PageFacts,
    tabs: [7],
    panelOpens: 0,
    signInEndsAt: '',
    scriptGives: [] as unknown[],
    consents: null as ((url: string) => Promise<string>) | null,
  }
  const reader: PageReader = {
    read: () => page.facts,
    detailUrl: invoice => (invoice.id.startsWith('row:') ? null : `/api/invoices/${invoice.id}`),
    integrationUrl: outletId => `/api/outlets/${outletId}/integration`,
    setProductGroup: (productId, groupId) => {
      return { method: 'PATCH', url: `/api/products/${productId}`, body: { groupId } }
    },
    createProductGroup: name => ({ method: 'POST', url: '/api/groups', body: { name } }),
  }
  const clock = aClock()
  const running = createApp({
    store,
    own,
    clock,
    page: async () => reader,
    clientFor: (url, token) => server.client(url, token),
    onError: error => errors.push(error),
    browser: {
      pageTabs: async () => page.tabs,
      sendToTab: async (tabId, message) => {
        if (!page.tabs.includes(tabId)) throw new Error('Receiving end does not exist')
        told.push({ tabId, message })
      },
      showBadge: async ({ text }) => void badges.push(text),
      setAlarm: at => alarms.push(at),
      openPanel: async tabId => {
        page.panelOpens += 1
        opened.push(`panel ${tabId}`)
      },
      openOptions: async () => void opened.push('options'),
      showTab: async tabId => void opened.push(`tab ${tabId}`),
      runScript: async ({ tabId }, file) => {
        opened.push(`${file} in ${tabId}`)
        return page.scriptGives
      },
      openTab: async url => void opened.push(url),
      redirectUrl: () => `https://${'a'.repeat(32)}.chromiumapp.org/`,
      authorise: async url => {
        opened.push(url)
        if (page.consents !== null) return page.consents(url)
        if (page.signInEndsAt === '') throw new Error('The user did not approve access.')
        return page.signInEndsAt
      },
    },
    ...over,
  })
  running_.push(running)

  async function ask<N extends RequestName>(
    name: N,
    data: RequestOf<N>,
    sender: typeof fromPage = fromPage,
  ): Promise<ReplyTo<N>> {
    const reply = running.receive({ clearcloud: name, data }, sender)
    if (reply === undefined) throw new Error(`${name} was not answered`)
    return (await reply) as ReplyTo<N>
  }

  const notices = (name: string) => told.filter(({ message }) => message.clearcloud === name)
  return { ...running, ask, server, page, clock, alarms, badges, opened, errors, notices }
}

const running_: { stop(): void }[] = []

/** Stops what a test started. */
export function stopApps(): void {
  for (const app of running_.splice(0)) app.stop()
}
