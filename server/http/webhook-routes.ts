import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { systemClock } from '#lib/domain/instant.ts'
import { LedgerKind } from '#lib/domain/outlet.ts'
import { heedHints } from '../exports/heed-hints.ts'
import type { Services } from './app.ts'
import { Refusal } from './problem.ts'
import { webhooks } from './webhook-events.ts'

/**
 * Where the ledgers tell that something changed. Open, since they sign what they send: 401 without their
 * signature, which Xero tries out before it sends anything (facts/xero.md, Reading back). Answered at once and
 * without a body; what it leads to comes later.
 */
export function webhookRoutes({ config, database, jobs, log }: Services): Hono {
  const app = new Hono()
  for (const ledger of LedgerKind.options) {
    const { header, events } = webhooks[ledger]
    app.post(`/webhooks/${ledger}`, async context => {
      const key = config[ledger].webhookKey
      if (key === null) throw new Refusal('not-found', 'No webhooks of this ledger are awaited here.')
      const raw = Buffer.from(await context.req.arrayBuffer())
      if (!isSigned(raw, context.req.header(header) ?? '', key)) return context.body(null, 401)
      const told = events.safeParse(json(raw))
      if (told.success)
        heedHints({ database, jobs, clock: systemClock }, ledger, told.data).catch(error =>
          log.error({ err: error, ledger }, 'webhook failed'),
        )
      // A sweep finds out what it was; sending it again would not help.
      else log.warn({ err: told.error, ledger }, 'a webhook is not understood')
      return context.body(null, 200)
    })
  }
  return app
}

/** Whether the raw body bears its HMAC-SHA256 under the key, in base64. */
function isSigned(raw: Buffer, signature: string, key: string): boolean {
  const expected = createHmac('sha256', key).update(raw).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function json(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}
