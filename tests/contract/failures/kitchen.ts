import { expect, vi } from 'vitest'
import { createClient } from '#lib/api/client.ts'
import type { Assessment } from '#lib/domain/assessment.ts'
import type { FixKind } from '#lib/domain/fix.ts'
import type { AccountCode, InvoiceId, ProductId } from '#lib/domain/ids.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { RequestOf } from '#lib/messages.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { anApp, fromOptions } from '#tests/unit/background/an-app.ts'
import { aServer } from '#tests/unit/export/a-server.ts'
import { aStore, factsOf, outletId, vegetables } from '#tests/unit/store/a-store.ts'
import {
  connectionOf,
  connectQuickbooks,
  consented,
  type QuickbooksServer,
} from '../server/quickbooks-server.ts'
import { throughConsent } from '../server/signed-in-server.ts'

type Over = Parameters<typeof anInvoice>[0]

const patience = { timeout: 20_000, interval: 50 }

/** An outlet with its companion, over our real server and a ledger's sandbox. */
export interface Kitchen {
  readonly app: ReturnType<typeof anApp>
  /** The page shows this invoice: one line of a product in the group Vegetables, which is account 310. */
  sees(number: string, over?: Over): Promise<Invoice>
  /** Clicks the fix of this kind, as a surface does: what is offered, and nothing else. */
  clicks(number: string, kind: FixKind): Promise<void>
  maps(account: string): Promise<void>
  /** A product → the group Vegetables. */
  assigns(product: string): Promise<void>
  sets(change: Omit<RequestOf<'set-outlet'>, 'outletId'>): Promise<void>
  assessment(number: string): Promise<Assessment | undefined>
  /** Waits until the cloud is red for this cause, and explained. */
  fails(number: string, code: string): Promise<void>
  /** Waits until the cloud is green, and nothing of an earlier error is left. */
  isExported(number: string): Promise<Assessment>
}

export async function openKitchen(at: QuickbooksServer, ledger: LedgerKind): Promise<Kitchen> {
  const session = await sessionOf(at)
  const connection =
    ledger === 'quickbooks'
      ? connectionOf(session)
      : session.connections.find(({ id }) => id === at.connection)
  if (!connection) throw new Error('The ledger is not connected')
  const store = aStore()
  const { id, organisation } = connection
  await store.outlets.put(
    anOutlet({
      mode: 'manual',
      connection: { id, ledger, organisation: organisation.name, state: 'connected' },
    }),
  )
  await store.groups.put({ outletId, id: vegetables, name: 'Vegetables' })
  await store.groupAccounts.put({
    outletId,
    groupId: vegetables,
    account: '310' as AccountCode,
    at: new Date(0).toISOString() as never,
  })
  const { user, workspace, expiresAt } = session
  await writeSetting(store, 'session', {
    token: at.granted.token,
    serverUrl: at.url,
    user,
    workspace,
    connections: session.connections,
    expiresAt,
  })
  const clock = () => new Date().toISOString() as never
  const app = anApp(store, aServer(), { clock, clientFor: (url, token) => createClient({ url, token }) })
  app.page.consents = async authorize =>
    ledger === 'xero'
      ? throughConsent(at.url, at.sandbox, authorize)
      : `https://${'a'.repeat(32)}.chromiumapp.org/?${await consented(at, authorize)}`
  const said = (reply: { ok: boolean; problem?: string }) => {
    if (!reply.ok) throw new Error(reply.problem)
  }
  said(await app.ask('refresh-lists', { outletId }, fromOptions))
  const idOf = (number: string) => `inv-${number}` as InvoiceId
  const assessment = async (number: string) => (await store.invoices.get(idOf(number)))?.assessment

  return {
    app,
    assessment,
    async sees(number, over = {}) {
      const lines = [aLine('Romaine', { group: 'Vegetables' })]
      const invoice = anInvoice({ id: idOf(number), number, detail: aDetail({ lines }), ...over })
      app.page.facts = factsOf([invoice])
      await app.ask('page-seen', {
        origin: 'https://app.foodrazor.com',
        rows: [],
        answers: [],
        outletShown: null,
        language: 'en',
      })
      return invoice
    },
    async clicks(number, kind) {
      const fix = (await assessment(number))?.fixes.find(offered => offered.kind === kind)
      if (!fix) throw new Error(`${kind} is not offered, but ${JSON.stringify(await assessment(number))}`)
      said(await app.ask('fix', { fix }))
    },
    maps: async account =>
      said(await app.ask('map-account', { outletId, groupId: vegetables, account: account as AccountCode })),
    assigns: async product =>
      said(
        await app.ask('assign-group', {
          outletId,
          productIds: [product as ProductId],
          groupId: vegetables,
        }),
      ),
    sets: async change => said(await app.ask('set-outlet', { outletId, ...change }, fromOptions)),
    async fails(number, code) {
      await vi.waitFor(async () => {
        const now = await assessment(number)
        const [reason] = now?.reasons ?? []
        expect(reason).toMatchObject({ kind: 'refused', failure: { code } })
        expect((await store.invoices.get(idOf(number)))?.status).toBe('failed')
      }, patience)
    },
    async isExported(number) {
      return vi.waitFor(async () => {
        const now = await assessment(number)
        expect(now?.status, JSON.stringify(now)).toBe('exported')
        expect(now?.reasons.some(({ kind }) => kind === 'refused')).toBe(false)
        if (!now) throw new Error('There is no such invoice')
        return now
      }, patience)
    },
  }
}

const sessions = new WeakMap<QuickbooksServer, ReturnType<typeof connectQuickbooks>>()

/** Signed in through Xero, with QuickBooks connected besides; once for a server. */
function sessionOf(at: QuickbooksServer): ReturnType<typeof connectQuickbooks> {
  const known = sessions.get(at) ?? connectQuickbooks(at)
  sessions.set(at, known)
  return known
}
