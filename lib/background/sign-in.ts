import { ProblemError, UnreachableError } from '#lib/api/client.ts'
import type { SessionGranted } from '#lib/api/session.ts'
import { ledgerLists } from '#lib/export/lists.ts'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import { setTrouble } from '#lib/store/trouble.ts'
import { adoptConnections } from './adopt-connections.ts'
import type { App, Handler } from './app.ts'
import { base64url } from './base64url.ts'
import { Refusal } from './refusal.ts'
import { takeUp } from './take-up.ts'

/**
 * Signs in through the ledger's own consent page (lib/api/session.ts). Only we know the verifier, so that
 * whoever saw the address at which the window ended still has no session.
 */
export const signIn: Handler<'sign-in'> = async app => {
  const url = await readSetting(app.store, 'server')
  const server = app.clientFor(url, null)
  const verifier = base64url(globalThis.crypto.getRandomValues(new Uint8Array(48)))
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const challenge = base64url(new Uint8Array(hash))
  const ended = await consent(app, server.signInUrl(challenge, app.browser.redirectUrl()), url)
  const granted = await server.grantSession({ code: codeIn(ended), verifier })
  await remember(app, url, granted)
  const linked = await adoptConnections(app, granted.session.connections)
  await fetchLists(app)
  // What was asked for while nobody was let in, and what waits on its way.
  takeUp(app).catch(app.onError)
  void app.engine.resume()
  const said = [`Signed in as ${granted.session.user.name}.`, ...linked]
  return { ok: true, said: said.join(' ') }
}

async function consent(app: App, url: string, server: string): Promise<string> {
  try {
    return await app.browser.authorise(url)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/could not be loaded/i.test(said)) throw new UnreachableError(server, error)
    throw new Refusal('The sign-in window was closed before it was done.')
  }
}

/** @throws Refusal with the server's own words where it refused. */
function codeIn(ended: string): string {
  const answer = new URL(ended).searchParams
  const code = answer.get('code')
  if (code) return code
  throw new Refusal(answer.get('message') ?? 'The sign-in did not succeed. Try again.')
}

async function remember(app: App, serverUrl: string, { token, session }: SessionGranted): Promise<void> {
  const { user, workspace, connections, expiresAt } = session
  await writeSetting(app.store, 'session', { token, serverUrl, user, workspace, connections, expiresAt })
  await setTrouble(app.store, 'not-signed-in', false)
  app.notifier.changed([])
}

/** The charts of the outlets that are linked; one that cannot be read just now is read when it is needed. */
async function fetchLists(app: App): Promise<void> {
  const client = await app.connect()
  const outlets = await app.store.outlets.toArray()
  const ids = new Set(outlets.flatMap(({ connection }) => connection?.id ?? []))
  for (const id of client === null ? [] : ids) {
    try {
      if (client) await ledgerLists(app.store, client, id, true)
    } catch (error) {
      if (!(error instanceof ProblemError || error instanceof UnreachableError)) throw error
    }
  }
}
