import { z } from 'zod'
import { Connection } from '../domain/connection.ts'
import { Instant } from '../domain/instant.ts'
import { LedgerKind } from '../domain/outlet.ts'
import { defaultShortcuts, Shortcuts } from '../domain/shortcuts.ts'
import { PanelTarget } from '../messages.ts'
import { Taught } from '../page/taught.ts'
import type { Store } from './open.ts'

/** Where the server runs unless the options say otherwise. */
export const defaultServer = 'http://localhost:4700'

/** Who is signed in, and to which server the token belongs. The token leaves the worker only towards that server. */
export const SignedIn = z.object({
  token: z.string().min(1),
  serverUrl: z.url(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
  connections: z.array(Connection),
  expiresAt: Instant,
})
export type SignedIn = z.infer<typeof SignedIn>

/** What troubles the companion as a whole; `reconnect` is derived from the outlets' connections. */
export const Trouble = z.enum(['not-signed-in', 'server-unreachable', 'storage-full'])
export type Trouble = z.infer<typeof Trouble>

/** The run that the progress counts: everything queued since. */
export const Run = z.object({ since: Instant })
export type Run = z.infer<typeof Run>

const settings = {
  session: SignedIn.nullable().default(null),
  server: z.url().default(defaultServer),
  /** The ledger whose identity the person signs in with. */
  signsInWith: LedgerKind.default('xero'),
  /** The sequence of the last export change read. */
  cursor: z.number().int().min(0).default(0),
  /** The revision of the last mapping change read. */
  revision: z.number().int().min(0).default(0),
  run: Run.nullable().default(null),
  banner: z.array(Trouble).default([]),
  panel: PanelTarget.nullable().default(null),
  shortcuts: Shortcuts.default(defaultShortcuts),
  /** The profile that a server gave out, as it signed it; checked before it was kept, parsed before it is used. */
  profile: z
    .object({ text: z.string().max(1_000_000), signature: z.string().max(200) })
    .nullable()
    .default(null),
  /** What a person showed of a page that was not recognised; it amends whichever profile counts. */
  taught: Taught.nullable().default(null),
  /** The tab in which a lesson was begun from the options: only that page may tell what was taught. */
  teaching: z.object({ tabId: z.int() }).nullable().default(null),
  /** The server that was last asked for a profile and when, and the public key that it had when it was first met. */
  profileAsked: z.object({ server: z.url(), key: z.string(), at: Instant }).nullable().default(null),
  /** Where the page itself reads an invoice's lines (`/…/{id}`), as learned from its own requests. */
  detailUrl: z.string().startsWith('/').nullable().default(null),
}

export type SettingKey = keyof typeof settings
export type Setting<K extends SettingKey> = z.output<(typeof settings)[K]>

/** One setting; its default where it was never set, or where what is stored is no longer understood. */
export async function readSetting<K extends SettingKey>(store: Store, key: K): Promise<Setting<K>> {
  const row = await store.settings.get(key)
  const parsed = settings[key].safeParse(row?.value)
  return (parsed.success ? parsed.data : settings[key].parse(undefined)) as Setting<K>
}

export async function writeSetting<K extends SettingKey>(
  store: Store,
  key: K,
  value: Setting<K>,
): Promise<void> {
  await store.settings.put({ key, value })
}
