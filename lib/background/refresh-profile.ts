import { ProblemError, UnreachableError } from '#lib/api/client.ts'
import { addMilliseconds } from '#lib/domain/instant.ts'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import type { App } from './app.ts'
import { bytesOf } from './base64url.ts'
import { parseProfile } from './current-profile.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Asks the server of who is signed in for a newer profile, at most once a day. It counts if it bears the
 * signature of the key that this server had when it was first met, is a profile, and is newer than what there
 * is; open pages are then read anew. One that was taken from another server is given up.
 */
export async function refreshProfile(app: App): Promise<void> {
  const { store } = app
  const session = await readSetting(store, 'session')
  const client = session && (await app.connect())
  if (!session || !client) return
  const asked = await readSetting(store, 'profileAsked')
  const before = asked?.server === session.serverUrl ? asked : null
  const now = app.clock()
  if (before && addMilliseconds(before.at, day) > now) return
  if (asked && !before) await keep(app, null)
  const answer = await client.profile().catch(refusedOrNot)
  if (!answer) return
  const key = before?.key ?? answer.key
  await writeSetting(store, 'profileAsked', { server: session.serverUrl, key, at: now })
  if (answer.profile === null) return
  const { text, signature } = answer.profile
  if (!(await isSigned(text, signature, key))) {
    throw new Error(
      `The profile of ${session.serverUrl} is not signed by the key that this server had before`,
    )
  }
  const given = parseProfile(text)
  const { profile } = await app.profile()
  if (given && given.version > profile.version) await keep(app, { text, signature })
}

/** A server that cannot be reached, or is older than profiles, is asked again at the next start. */
function refusedOrNot(error: unknown): null {
  if (error instanceof ProblemError || error instanceof UnreachableError) return null
  throw error
}

async function keep(app: App, profile: { text: string; signature: string } | null): Promise<void> {
  const before = await readSetting(app.store, 'profile')
  if (before === null && profile === null) return
  await writeSetting(app.store, 'profile', profile)
  app.renewProfile()
  for (const tab of await app.browser.pageTabs()) await app.notifier.tell(tab, 'profile-changed', {})
}

/** Ed25519 by Web Crypto; a browser that does not know it takes no profiles. */
async function isSigned(text: string, signature: string, key: string): Promise<boolean> {
  const { subtle } = globalThis.crypto
  const known = await subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify'])
  return subtle.verify('Ed25519', known, bytesOf(signature), new TextEncoder().encode(text))
}
