import { ProblemError, UnreachableError } from '#lib/api/client.ts'
import type { Session } from '#lib/api/session.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import { ledgerLists } from '#lib/export/lists.ts'
import type { Outcome } from '#lib/messages.ts'
import { readSetting, type SignedIn, writeSetting } from '#lib/store/settings.ts'
import { setTrouble } from '#lib/store/trouble.ts'
import { say } from '#lib/words/say.ts'
import { adoptConnections } from './adopt-connections.ts'
import type { App, Handler } from './app.ts'
import { consentWindow } from './consent-window.ts'
import { takeUp } from './take-up.ts'

/**
 * Signs in through a ledger's own consent page. Who is signed in already stays who they are, and connects the
 * ledger to the same workspace: at another ledger one is somebody else. Without `ledger`: the one whose
 * connection has ended, else the one that was signed in with.
 */
export const signIn: Handler<'sign-in'> = async (app, { ledger, outletIds }) => {
  const session = await readSetting(app.store, 'session')
  const wanted = ledger ?? (await endedLedger(app, outletIds ?? null))
  const connected = session && (await connect(app, session, wanted ?? 'xero'))
  if (connected) return welcome(app, connected, say('did.connected'))
  const identity = ledger ?? (await readSetting(app.store, 'signsInWith'))
  const signedIn = await signInAnew(app, identity)
  return welcome(app, signedIn, say('did.signed-in', { name: signedIn.user.name }))
}

/** Null where the session has ended meanwhile: then there is nobody to connect anything to. */
async function connect(app: App, session: SignedIn, ledger: LedgerKind): Promise<Session | null> {
  const { serverUrl, token } = session
  const server = app.clientFor(serverUrl, token)
  try {
    const proof = await consentWindow(app, serverUrl, async query => {
      return (await server.beginConnecting(ledger, query)).url
    })
    const now = await server.connectLedger(proof)
    await remember(app, serverUrl, token, now)
    return now
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'not-signed-in') throw error
    await writeSetting(app.store, 'session', null)
    return null
  }
}

async function signInAnew(app: App, ledger: LedgerKind): Promise<Session> {
  const url = await readSetting(app.store, 'server')
  const server = app.clientFor(url, null)
  const proof = await consentWindow(app, url, ({ challenge, redirect }) =>
    server.signInUrl(challenge, redirect, ledger),
  )
  const { token, session } = await server.grantSession(proof)
  await remember(app, url, token, session)
  await writeSetting(app.store, 'signsInWith', ledger)
  return session
}

async function remember(app: App, serverUrl: string, token: string, session: Session): Promise<void> {
  const { user, workspace, connections, expiresAt } = session
  await writeSetting(app.store, 'session', { token, serverUrl, user, workspace, connections, expiresAt })
  await setTrouble(app.store, 'not-signed-in', false)
  app.notifier.changed([])
}

/** The outlets use what is connected now, and everything that waited for it goes on. */
async function welcome(app: App, { connections }: Session, said: string): Promise<Outcome> {
  const linked = await adoptConnections(app, connections)
  await fetchLists(app)
  // What was asked for while nobody was let in, and what waits on its way.
  takeUp(app).catch(app.onError)
  void app.engine.resume()
  return { ok: true, said: [said, ...linked].join(' ') }
}

/** The ledger of an outlet whose consent is over, among these if they are given. */
async function endedLedger(app: App, among: readonly OutletId[] | null): Promise<LedgerKind | undefined> {
  const all = await app.store.outlets.toArray()
  const outlets = all.filter(({ id }) => among === null || among.includes(id))
  return outlets.find(({ connection }) => connection?.state === 'expired')?.connection?.ledger
}

/** The charts of the outlets that are linked; one that cannot be read just now is read when it is needed. */
async function fetchLists(app: App): Promise<void> {
  const client = await app.connect()
  const outlets = await app.store.outlets.toArray()
  const ids = new Set(outlets.flatMap(({ connection }) => connection?.id ?? []))
  for (const id of client === null ? [] : ids) {
    try {
      if (client) app.notifier.changed((await ledgerLists(app.store, client, id, true)).changed)
    } catch (error) {
      if (!(error instanceof ProblemError || error instanceof UnreachableError)) throw error
    }
  }
}
