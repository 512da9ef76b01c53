import { Hono } from 'hono'
import { SessionRequest, SignInQuery } from '#lib/api/session.ts'
import { beginSignIn, finishSignIn, grantSession, hashed, isExtensionRedirect } from '../identity/sign-in.ts'
import type { Services, Signed } from './app.ts'
import { Refusal, understood } from './problem.ts'

/** Signing in: opened in the browser's own window, so the answers are redirects or a plain sentence. */
export function signInRoutes({ database, config, sealer, log, jobs }: Services): Hono {
  const app = new Hono()
  app.get('/sign-in/xero', async context => {
    const query = understood(SignInQuery, context.req.query())
    if (!isExtensionRedirect(query.redirect))
      throw new Refusal('not-allowed', 'A sign-in ends in an extension only.')
    if (config.xero.clientId === '') {
      throw new Refusal(
        'not-allowed',
        'This server has no Xero app yet: set XERO_CLIENT_ID and XERO_CLIENT_SECRET.',
      )
    }
    return context.redirect(await beginSignIn(database, config, query))
  })
  app.get('/callback/xero', async context => {
    const { state = '', code, error } = context.req.query()
    const finished = await finishSignIn(database, sealer, config, {
      state,
      code: code ?? null,
      error: error ?? null,
    })
    if (finished === null)
      return context.text('This sign-in is too old or was used already. Start again from Clearcloud.', 400)
    if (finished.error) log.warn({ err: finished.error }, 'sign-in failed')
    // Exports that waited for this consent go on by themselves.
    for (const id of finished.connections) await jobs.wake(id)
    return context.redirect(finished.back)
  })
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

export function sessionRoutes({ database }: Services): Hono<Signed> {
  const app = new Hono<Signed>()
  app.get('/session', context => context.json(context.get('session')))
  app.delete('/session', async context => {
    await database.query('DELETE FROM sessions WHERE token_hash = $1', [hashed(context.get('token'))])
    return context.body(null, 204)
  })
  return app
}
