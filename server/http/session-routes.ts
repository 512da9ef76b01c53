import { Hono } from 'hono'
import { SessionRequest, SignInQuery } from '#lib/api/session.ts'
import { LedgerKind } from '#lib/domain/outlet.ts'
import type { Config } from '../config.ts'
import { connectLedger } from '../identity/connect-ledger.ts'
import { ledgerIdentity } from '../identity/ledger-identity.ts'
import { readSession } from '../identity/session.ts'
import { beginSignIn, finishSignIn, grantSession, hashed, isExtensionRedirect } from '../identity/sign-in.ts'
import type { Services, Signed } from './app.ts'
import { Refusal, understood } from './problem.ts'

const ledgers = LedgerKind.options

/** Signing in: opened in the browser's own window, so the answers are redirects or a plain sentence. */
export function signInRoutes({ database, config, sealer, log, jobs }: Services): Hono {
  const app = new Hono()
  for (const ledger of ledgers) {
    app.get(`/sign-in/${ledger}`, async context => {
      const query = asked(config, ledger, context.req.query())
      return context.redirect(await beginSignIn(database, config, ledger, query, null))
    })
    app.get(`/callback/${ledger}`, async context => {
      const { state = '', code, realmId, error } = context.req.query()
      const finished = await finishSignIn(database, sealer, config, ledger, {
        state,
        code: code ?? null,
        realmId: realmId ?? null,
        error: error ?? null,
      })
      if (finished === null)
        return context.text('This sign-in is too old or was used already. Start again from Clearcloud.', 400)
      if (finished.error) log.warn({ err: finished.error }, 'sign-in failed')
      // Exports that waited for this consent go on by themselves.
      for (const id of finished.connections) await jobs.wake(id)
      return context.redirect(finished.back)
    })
  }
  app.post('/sessions', async context => {
    const granted = await grantSession(
      database,
      understood(SessionRequest, await context.req.json().catch(() => null)),
    )
    if (granted === null)
      throw new Refusal('not-signed-in', 'This sign-in is too old or was used already. Start again.')
    log.info({ workspace: granted.session.workspace.id }, 'signed in')
    return context.json(granted)
  })
  return app
}

/** What begins a sign-in. @throws Refusal where it would not end in an extension, or cannot begin */
function asked(config: Config, ledger: LedgerKind, given: unknown): SignInQuery {
  const query = understood(SignInQuery, given)
  if (!isExtensionRedirect(query.redirect))
    throw new Refusal('not-allowed', 'A sign-in ends in an extension only.')
  const { name, lacks } = ledgerIdentity(config, ledger)
  if (lacks !== null) throw new Refusal('not-allowed', `This server has no ${name} app yet: set ${lacks}.`)
  return query
}

/** Who is signed in, and what they connect besides. */
export function sessionRoutes({ database, config, sealer, log, jobs }: Services): Hono<Signed> {
  const app = new Hono<Signed>()
  for (const ledger of ledgers) {
    app.post(`/connect/${ledger}`, async context => {
      const query = asked(config, ledger, await context.req.json().catch(() => null))
      const { id } = context.get('session').user
      return context.json({ url: await beginSignIn(database, config, ledger, query, id) })
    })
  }
  app.post('/connections', async context => {
    const { session, workspace, token } = context.var
    const request = understood(SessionRequest, await context.req.json().catch(() => null))
    const connections = await connectLedger(database, sealer, session.user.id, request)
    if (connections === null)
      throw new Refusal('not-allowed', 'This consent is too old or was used already. Start again.')
    log.info({ workspace, connections }, 'connected')
    for (const id of connections) await jobs.wake(id)
    const now = await readSession(database, token)
    return context.json(now?.session ?? session)
  })
  app.get('/session', context => context.json(context.get('session')))
  app.delete('/session', async context => {
    await database.query('DELETE FROM sessions WHERE token_hash = $1', [hashed(context.get('token'))])
    return context.body(null, 204)
  })
  return app
}
