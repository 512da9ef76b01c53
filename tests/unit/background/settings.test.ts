import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { dropped } from '../export/a-server.ts'
import {
  aStore,
  aStoreWith,
  connect,
  idOf,
  outletId,
  signIn,
  theConnection,
  vegetables,
} from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const lines = [aLine('Romaine', { group: 'Vegetables' })]
const granted = {
  token: 'a-token',
  session: {
    user: { id: 'u-1', name: 'Clerk', email: 'clerk@example.com' },
    workspace: { id: 'w-1', name: 'Harbour group' },
    connections: [theConnection],
    expiresAt: '2026-12-03T02:00:00.000Z',
  },
}

/** An outlet of Foodrazor’s, linked to an organisation, with invoices; signed in. */
async function beforeTheSwitch(invoices = [anInvoice({ lines })], outlet = {}) {
  const store = await aStoreWith(invoices, { exporter: 'foodrazor', mode: 'manual', ...outlet })
  await signIn(store)
  return { store, app: anApp(store) }
}

describe('switching an outlet over to Clearcloud', () => {
  const switchOver = { outletId, exporter: 'clearcloud' } as const

  it('first links the bills that stand, and says how many', async () => {
    const { store, app } = await beforeTheSwitch([
      anInvoice({ id: 'inv-1', number: 'A', lines, cloud: 'exported' }),
      anInvoice({ id: 'inv-2', number: 'B', lines, cloud: 'exported' }),
      anInvoice({ id: 'inv-3', number: 'C', lines }),
    ])
    app.server.standing.add('A').add('B')
    const reply = await app.ask('set-outlet', switchOver, fromOptions)
    expect(reply).toEqual({ ok: true, said: 'Saved. 2 bills that stood already were linked.' })
    expect(await store.invoices.where('status').equals('exported').count()).toBe(2)
    expect(app.server.count()).toBe(0)
  })

  it('has unread ones read, and links them as they come', async () => {
    const exported = anInvoice({ number: 'A', lines, cloud: 'exported' })
    const { store, app } = await beforeTheSwitch([{ ...exported, detail: null, detailRevision: null }])
    app.server.standing.add('A')
    const reply = await app.ask('set-outlet', switchOver, fromOptions)
    expect(reply).toMatchObject({ said: expect.stringContaining('1 more invoice is read and linked now') })
    expect(app.notices('read-details')).toHaveLength(1)
    app.page.facts = { ...app.page.facts, details: [], invoices: [] }
    const { detail } = exported
    if (detail) app.page.facts.details.push({ invoiceId: exported.id, revision: 'r1', detail })
    await app.ask('page-seen', {
      origin: 'https://x.foodrazor.com',
      outletShown: null,
      rows: [],
      answers: [],
    })
    await vi.waitFor(async () => expect((await store.invoices.get(exported.id))?.status).toBe('exported'))
  })

  it('switches nothing while the ledger cannot be asked', async () => {
    const { store, app } = await beforeTheSwitch([anInvoice({ lines, cloud: 'exported' })])
    app.server.failWith(dropped)
    const reply = await app.ask('set-outlet', switchOver, fromOptions)
    expect(reply).toMatchObject({ ok: false, problem: expect.stringContaining('cannot be reached') })
    expect((await store.outlets.get(outletId))?.exporter).toBe('foodrazor')
  })

  it('needs a connection', async () => {
    const { app } = await beforeTheSwitch([], { connection: null })
    const reply = await app.ask('set-outlet', switchOver, fromOptions)
    expect(reply).toMatchObject({ ok: false, problem: expect.stringContaining('Connect the outlet') })
  })

  it('sends what is ready at once in an automatic mode, but never what Foodrazor says it exported', async () => {
    const { app } = await beforeTheSwitch([
      anInvoice({ id: 'inv-1', number: 'A', lines, cloud: 'exported' }),
      anInvoice({ id: 'inv-2', number: 'B', lines }),
    ])
    await app.ask('set-outlet', { ...switchOver, mode: 'product-groups-required' }, fromOptions)
    await vi.waitFor(() => expect(app.server.requests().map(request => request.invoiceId)).toEqual(['inv-2']))
  })

  it('refuses to change hands while exports are under way', async () => {
    const { store, app } = await beforeTheSwitch()
    await app.ask('set-outlet', switchOver, fromOptions)
    await app.ask('export-ready', { outletIds: null, invoiceIds: null })
    await vi.waitFor(async () => expect(await store.exports.count()).toBe(1))
    const back = { outletId, exporter: 'foodrazor' } as const
    expect(await app.ask('set-outlet', back, fromOptions)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('under way'),
    })
  })

  it('never offers Automatic for QuickBooks', async () => {
    const connection = { ...theConnection, ledger: 'quickbooks', organisation: 'Harbour', state: 'connected' }
    const { app } = await beforeTheSwitch([], { connection })
    const reply = await app.ask('set-outlet', { outletId, mode: 'automatic' }, fromOptions)
    expect(reply).toMatchObject({ ok: false, problem: expect.stringContaining('QuickBooks') })
  })
})

describe('signing in', () => {
  const ends = (query: string) => `https://our-id.chromiumapp.org/?${query}`

  it('proves itself by the verifier, links the outlet by its name and keeps who exports', async () => {
    const store = aStore()
    await store.outlets.put(anOutlet({ exporter: 'foodrazor', connection: null }))
    const app = anApp(store)
    app.page.signInEndsAt = ends('code=one-time-code-of-the-server')
    const verifiers: string[] = []
    app.server.failWith((_method, path, body) => {
      if (path !== '/v1/sessions') return undefined
      verifiers.push((body as { verifier: string }).verifier)
      return { status: 200, body: granted }
    })
    const reply = await app.ask('sign-in', {}, fromOptions)
    expect(reply).toMatchObject({ ok: true, said: expect.stringContaining('Signed in as Clerk.') })
    const challenge = new URL(app.opened[0] ?? '').searchParams.get('challenge')
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifiers[0]))
    expect(challenge).toBe(Buffer.from(hash).toString('base64url'))
    const outlet = await store.outlets.get(outletId)
    expect(outlet).toMatchObject({ exporter: 'foodrazor', connection: { id: 'connection-1' } })
    expect(await store.lists.count()).toBe(1)
  })

  it('goes on with what was asked for while nobody was let in', async () => {
    const lines = [aLine('Romaine', { group: 'Vegetables' })]
    const store = await aStoreWith([anInvoice({ lines })], { mode: 'manual' })
    await store.invoices.update(idOf(1), { exportWhenRead: 1 })
    const app = anApp(store)
    app.page.signInEndsAt = ends('code=one-time-code-of-the-server')
    app.server.failWith((_method, path) =>
      path === '/v1/sessions' ? { status: 200, body: granted } : undefined,
    )
    await app.ask('sign-in', {}, fromOptions)
    await vi.waitFor(() => expect(app.server.count()).toBe(1))
  })

  it('connects another ledger for who is signed in, who stays who they are', async () => {
    const store = await aStoreWith([])
    await signIn(store)
    const app = anApp(store)
    app.page.signInEndsAt = ends('code=one-time-code-of-the-server')
    const books = { ...theConnection, id: 'connection-2', ledger: 'quickbooks' as const }
    const asked: unknown[] = []
    app.server.failWith((_method, path, body) => {
      if (path === '/v1/connect/quickbooks') {
        asked.push(body)
        return { status: 200, body: { url: 'https://server.test/v1/sign-in/quickbooks?ticket=1' } }
      }
      if (path !== '/v1/connections') return undefined
      asked.push(body)
      return { status: 200, body: { ...granted.session, connections: [theConnection, books] } }
    })
    const reply = await app.ask('sign-in', { ledger: 'quickbooks' }, fromOptions)
    expect(reply).toMatchObject({ ok: true, said: expect.stringContaining('Connected.') })
    expect(app.opened).toEqual(['https://server.test/v1/sign-in/quickbooks?ticket=1'])
    expect(asked).toMatchObject([{ challenge: expect.any(String) }, { code: 'one-time-code-of-the-server' }])
    const session = await readSetting(store, 'session')
    expect(session?.token).toBe('a-token')
    expect(session?.connections.map(({ ledger }) => ledger)).toEqual(['xero', 'quickbooks'])
  })

  it('renews the consent that has ended, whichever ledger’s it is', async () => {
    const connection = { id: 'connection-1', ledger: 'quickbooks', organisation: 'Harbour', state: 'expired' }
    const store = await aStoreWith([], { connection })
    await signIn(store)
    const app = anApp(store)
    const paths: string[] = []
    app.server.failWith((_method, path) => void paths.push(path))
    await app.ask('sign-in', {}, fromOptions)
    expect(paths).toContain('/v1/connect/quickbooks')
  })

  it('signs in anew where the session has ended, with the ledger it was signed in with', async () => {
    const store = await aStoreWith([])
    await signIn(store)
    await writeSetting(store, 'signsInWith', 'quickbooks')
    const app = anApp(store)
    app.page.signInEndsAt = ends('code=one-time-code-of-the-server')
    app.server.failWith((_method, path) => {
      const problem = { code: 'not-signed-in', message: 'Sign in first.' }
      if (path.startsWith('/v1/connect')) return { status: 401, body: { error: problem } }
      return path === '/v1/sessions' ? { status: 200, body: granted } : undefined
    })
    expect(await app.ask('sign-in', {}, fromOptions)).toMatchObject({ ok: true })
    expect(app.opened[0]).toContain('/v1/sign-in/quickbooks?')
  })

  it('leaves an outlet alone where two organisations could be meant', async () => {
    const store = aStore()
    await store.outlets.put(anOutlet({ connection: null }))
    const app = anApp(store)
    app.page.signInEndsAt = ends('code=one-time-code-of-the-server')
    const twin = { ...theConnection, id: 'connection-2' }
    const session = { ...granted.session, connections: [theConnection, twin] }
    app.server.failWith((_method, path) =>
      path === '/v1/sessions' ? { status: 200, body: { ...granted, session } } : undefined,
    )
    await app.ask('sign-in', {}, fromOptions)
    expect((await store.outlets.get(outletId))?.connection).toBeNull()
  })

  it('says that the window was closed, or what the server said', async () => {
    const app = anApp(aStore())
    expect(await app.ask('sign-in', {}, fromOptions)).toMatchObject({
      problem: expect.stringContaining('closed'),
    })
    app.page.signInEndsAt = ends('error=denied&message=You+declined.')
    expect(await app.ask('sign-in', {}, fromOptions)).toEqual({ ok: false, problem: 'You declined.' })
  })

  it('forgets the token at once on signing out, even if the server does not answer', async () => {
    const store = await aStoreWith([])
    await signIn(store)
    const app = anApp(store)
    app.server.failWith(dropped)
    expect(await app.ask('sign-out', {}, fromOptions)).toMatchObject({ ok: true })
    expect(await readSetting(store, 'session')).toBeNull()
  })

  it('signs out of the old server when another is chosen', async () => {
    const store = await aStoreWith([])
    await signIn(store)
    const app = anApp(store)
    await app.ask('set-server', { url: 'http://localhost:4999/' }, fromOptions)
    expect(await readSetting(store, 'server')).toBe('http://localhost:4999')
    expect(await readSetting(store, 'session')).toBeNull()
  })
})

describe('a person’s own data', () => {
  it('is written without the token and read into an empty store', async () => {
    const store = await aStoreWith([anInvoice({ lines: [aLine('Romaine')] })], { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    const productIds = ['p-Romaine' as never]
    await app.ask('assign-group', { outletId, productIds, groupId: 'g-Vegetables' as never })
    const { text } = await app.ask('export-data', {}, fromOptions)
    expect(text).not.toContain('a-token')

    const other = aStore()
    const reply = await anApp(other).ask('import-data', { text }, fromOptions)
    expect(reply).toMatchObject({ ok: true })
    expect(await other.productGroups.count()).toBe(1)
    expect(await other.groupAccounts.count()).toBe(1)
    expect((await other.outlets.get(outletId))?.exporter).toBe('foodrazor')
  })

  it('holds that a group is to have no account', async () => {
    const store = await aStoreWith([])
    const app = anApp(store)
    await app.ask('map-account', { outletId, groupId: vegetables, account: null })
    const { text } = await app.ask('export-data', {}, fromOptions)
    const other = aStore()
    await anApp(other).ask('import-data', { text }, fromOptions)
    expect(await other.groupAccounts.get([outletId, vegetables])).toMatchObject({ account: null })
  })

  it.each([
    ['hello', 'not JSON'],
    ['{"clearcloud":1,"mapping":[{"kind":"nonsense"}]}', 'not one that Clearcloud exported'],
  ])('says what is wrong with the file %s', async (text, says) => {
    const store = aStore()
    const reply = await anApp(store).ask('import-data', { text }, fromOptions)
    expect(reply).toMatchObject({ ok: false, problem: expect.stringContaining(says) })
  })

  it('is erased whole, but for the server’s address', async () => {
    const store = await aStoreWith([anInvoice()])
    await signIn(store)
    const app = anApp(store)
    await store.settings.put({ key: 'server', value: 'http://localhost:4999' })
    await app.ask('erase-data', {}, fromOptions)
    for (const table of store.tables) {
      expect([table.name, await table.count()]).toEqual([table.name, table.name === 'settings' ? 1 : 0])
    }
  })
})

it('reads a setting that is no longer understood as never set', async () => {
  const store = aStore()
  await store.settings.put({ key: 'session', value: { token: 7 } })
  await store.settings.put({ key: 'cursor', value: 'soon' })
  expect(await readSetting(store, 'session')).toBeNull()
  expect(await readSetting(store, 'cursor')).toBe(0)
})

it('offers the accounts that may stand on a bill, and the outlet’s groups', async () => {
  const store = aStore()
  await connect(store, anOutlet())
  const { accounts, groups } = await anApp(store).ask('choices', { outletId })
  expect(accounts.map(({ code }) => code)).toEqual(['310', '311'])
  expect(groups.map(({ name }) => name)).toEqual(['Vegetables'])
})
