import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { defaultShortcuts } from '#lib/domain/shortcuts.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import type { Profile } from '#lib/page/profile.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, factsOf, idOf } from '../store/a-store.ts'
import { anApp, stopApps } from './an-app.ts'

afterEach(stopApps)

const origin = 'https://app.foodrazor.com'
const sighting = { origin, outletShown: null, rows: [], answers: [] }

/** An app of version 0.1.0 with this profile stored, as a server gave it. */
async function anAppWith(given: Partial<Profile> | string | null) {
  const store = await aStoreWith([anInvoice({ lines: [aLine('Romaine')] })], { exporter: 'foodrazor' })
  if (given !== null) {
    const text = typeof given === 'string' ? given : JSON.stringify({ ...foodrazorProfile, ...given })
    await writeSetting(store, 'profile', { text, signature: 'x' })
  }
  const app = anApp(store, undefined, { version: '0.1.0' })
  return { store, app }
}

const setupOf = async (given: Partial<Profile> | string | null, at = origin) => {
  const { app } = await anAppWith(given)
  const setup = await app.ask('page-profile', { origin: at })
  if (!('profile' in setup)) throw new Error(setup.problem)
  return setup
}

test('answers with the page’s part of the profile that ships', async () => {
  expect(await setupOf(null)).toEqual({
    profile: foodrazorPage,
    off: [],
    says: null,
    shortcuts: defaultShortcuts,
  })
})

test('answers with the stored one where it is newer', async () => {
  const columns = { ...foodrazorPage.columns, number: ['beleg'] }
  expect((await setupOf({ version: 2, columns })).profile?.columns.number).toEqual(['beleg'])
  expect((await setupOf({ version: 1, columns })).profile?.columns.number).toContain('invoice no')
})

test.each(['no JSON', '{}', '{"name":"foodrazor","version":99}'])(
  'goes on with the one that ships where what is stored is no profile: %s',
  async text => {
    expect((await setupOf(text)).profile).toEqual(foodrazorPage)
  },
)

test('gives none for a page of another host', async () => {
  expect((await setupOf(null, 'https://example.com')).profile).toBeNull()
  expect(
    (await setupOf({ version: 2, match: ['example.com'] }, 'https://example.com')).profile,
  ).not.toBeNull()
})

test('says what is switched off in this version alone', async () => {
  const disabled: Profile['disabled'] = [
    { feature: 'marks', versions: ['<=0.1.0'] },
    { feature: 'bar', versions: ['0.2.0'] },
  ]
  const { off, says } = await setupOf({ version: 2, disabled })
  expect(off).toEqual(['marks'])
  expect(says).toMatch(/without its marks/)
})

test('asks a page for no details where that is switched off', async () => {
  for (const feature of ['detail-requests', 'feed'] as const) {
    const { store, app } = await anAppWith({ version: 2, disabled: [{ feature, versions: ['*'] }] })
    await store.invoices.update(idOf(1), { detailRevision: null })
    app.page.facts = factsOf([], { rows: [{ key: 'k', invoiceId: idOf(1) }] })
    expect(await app.ask('page-seen', sighting)).toMatchObject({ unread: [], alsoRead: [] })
    await app.ask('fix', { fix: { kind: 'read-invoice', invoiceId: idOf(1) } })
    expect(app.notices('read-details')).toEqual([])
  }
})

test('does not read what a page loaded where that is switched off', async () => {
  const seen: unknown[] = []
  const { store } = await anAppWith({ version: 2, disabled: [{ feature: 'feed', versions: ['*'] }] })
  const app = anApp(store, undefined, {
    version: '0.1.0',
    page: async () => ({
      read: ({ answers }) => {
        seen.push(...answers)
        return factsOf([])
      },
      detailUrl: () => null,
      integrationUrl: () => '/',
      setProductGroup: () => null,
      createProductGroup: () => null,
    }),
  })
  await app.ask('page-seen', { ...sighting, answers: [{ url: '/api', json: '{}' }] })
  expect(seen).toEqual([])
})

test('presses nothing in the page where that is switched off, and says what to do instead', async () => {
  const { app } = await anAppWith({ version: 2, disabled: [{ feature: 'fixes-on-page', versions: ['*'] }] })
  const fix = { kind: 'use-page-control' as const, invoiceId: idOf(1), action: 'export' as const }
  expect(await app.ask('fix', { fix })).toEqual({
    ok: false,
    problem: expect.stringMatching(/click the cloud/),
  })
  expect(app.notices('press-control')).toEqual([])
})
