import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { ProfileAnswer } from '#lib/api/profile.ts'
import { base64url } from '#lib/background/base64url.ts'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import type { Profile } from '#lib/page/profile.ts'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import { aServer, dropped } from '../export/a-server.ts'
import { aStoreWith, signIn } from '../store/a-store.ts'
import { anApp, stopApps } from './an-app.ts'

afterEach(stopApps)

const origin = 'https://app.foodrazor.com'
const columns = { ...foodrazorProfile.columns, number: ['beleg'] }

async function aKey() {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const key = base64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  return {
    key,
    async signed(profile: unknown): Promise<ProfileAnswer> {
      const text = JSON.stringify(profile)
      const made = await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(text))
      return { key, profile: { text, signature: base64url(new Uint8Array(made)) } }
    },
  }
}

/** An app of someone signed in; `give` has the server give this out, `day` lets a day pass. */
async function signedIn() {
  const store = await aStoreWith([])
  await signIn(store)
  const server = aServer()
  let given: ProfileAnswer | null | 'dropped' = null
  server.failWith((_, path) => {
    if (path !== '/v1/profile') return undefined
    if (given === 'dropped') return dropped()
    return given === null ? { status: 404 } : { status: 200, body: given }
  })
  const app = anApp(store, server)
  const numberWords = async () => {
    const setup = await app.ask('page-profile', { origin })
    return 'profile' in setup ? setup.profile?.columns.number : undefined
  }
  return {
    store,
    app,
    numberWords,
    asked: () => server.calls.filter(({ path }) => path === '/v1/profile').length,
    give: (answer: typeof given) => {
      given = answer
    },
    day: () => app.clock.pass(24 * 60 * 60 * 1000 + 1),
  }
}

const version = (version: number): Profile => ({ ...foodrazorProfile, version, columns })

test('takes a newer profile that is signed, and has open pages read anew', async () => {
  const { app, give, numberWords } = await signedIn()
  expect(await numberWords()).toContain('invoice no')
  give(await (await aKey()).signed(version(2)))
  await app.wake()
  expect(await numberWords()).toEqual(['beleg'])
  expect(app.notices('profile-changed').map(({ tabId }) => tabId)).toEqual([7])
  expect(app.errors).toEqual([])
})

test('asks once a day', async () => {
  const { app, give, day, asked } = await signedIn()
  give({ key: (await aKey()).key, profile: null })
  await app.wake()
  await app.wake()
  expect(asked()).toBe(1)
  day()
  await app.wake()
  expect(asked()).toBe(2)
})

test('asks again at the next start where the server could not be reached or knows no profiles', async () => {
  const { app, give, asked } = await signedIn()
  for (const answer of ['dropped', null] as const) {
    give(answer)
    await app.wake()
  }
  await app.wake()
  expect(asked()).toBe(3)
  expect(app.errors).toEqual([])
})

test('asks nobody while nobody is signed in', async () => {
  const { app, store, asked } = await signedIn()
  await writeSetting(store, 'session', null)
  await app.wake()
  expect(asked()).toBe(0)
})

test('does not take what was changed on its way', async () => {
  const { app, give, numberWords } = await signedIn()
  const { key, profile } = await (await aKey()).signed(version(2))
  if (!profile) throw new Error('No profile')
  give({ key, profile: { ...profile, text: profile.text.replace('"version":2', '"version":9') } })
  await app.wake()
  expect(await numberWords()).toContain('invoice no')
  expect(String(app.errors)).toMatch(/not signed/)
})

test('holds to the key that the server had when it was first met', async () => {
  const { app, store, give, day, numberWords } = await signedIn()
  const first = await aKey()
  give({ key: first.key, profile: null })
  await app.wake()
  day()
  give(await (await aKey()).signed(version(2)))
  await app.wake()
  expect(await numberWords()).toContain('invoice no')
  expect(String(app.errors)).toMatch(/not signed/)
  expect((await readSetting(store, 'profileAsked'))?.key).toBe(first.key)
})

test('takes neither an older one nor what is no profile', async () => {
  const { app, give, day, numberWords } = await signedIn()
  const server = await aKey()
  for (const profile of [version(1), { name: 'foodrazor', version: 9 }, 'words']) {
    give(await server.signed(profile))
    await app.wake()
    day()
  }
  expect(await numberWords()).toContain('invoice no')
  expect(app.notices('profile-changed')).toEqual([])
})

test('gives up the profile of another server', async () => {
  const { app, store, give, numberWords } = await signedIn()
  give(await (await aKey()).signed(version(2)))
  await app.wake()
  const session = await readSetting(store, 'session')
  if (!session) throw new Error('Nobody is signed in')
  await writeSetting(store, 'session', { ...session, serverUrl: 'https://another.example' })
  give(null)
  await app.wake()
  expect(await numberWords()).toContain('invoice no')
})
