import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { refusal } from './routes/refusal.ts'

const name = 'fr_session'

/** Who has loaded a page of the app since it was started. */
export interface Sessions {
  /** Gives the browser a session with the page, unless it holds a valid one. */
  begin(c: Context): void
  /** Refuses with 401 what comes without one. */
  readonly required: MiddlewareHandler
}

/** Sessions last as long as the process; an unknown one is told to load the page again. */
export function createSessions(): Sessions {
  const known = new Set<string>()
  return {
    begin: c => {
      if (known.has(getCookie(c, name) ?? '')) return
      const session = randomUUID()
      known.add(session)
      setCookie(c, name, session, { httpOnly: true, sameSite: 'Lax', path: '/' })
    },
    required: async (c, next) => {
      if (!known.has(getCookie(c, name) ?? '')) {
        throw refusal(401, 'NO_SESSION', 'Your session has expired. Load the page again.')
      }
      await next()
    },
  }
}
