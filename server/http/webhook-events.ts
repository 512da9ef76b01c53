import { z } from 'zod'
import { Instant } from '#lib/domain/instant.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Hint } from '../exports/heed-hints.ts'

/** A moment in UTC, whether or not it says so, and however finely. */
const moment = z
  .string()
  .transform(text => new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`))
  .pipe(z.date())
  .transform(date => date.toISOString())
  .pipe(Instant)

/** Xero's webhook: https://developer.xero.com/documentation/guides/webhooks/overview */
const XeroEvents = z
  .looseObject({
    events: z.array(
      z.looseObject({
        eventCategory: z.string(),
        resourceId: z.string(),
        tenantId: z.string(),
        eventDateUtc: moment,
      }),
    ),
  })
  .transform(({ events }) =>
    events
      .filter(({ eventCategory }) => /^(INVOICE|CREDIT_?NOTE)$/i.test(eventCategory))
      .map<Hint>(event => ({ organisation: event.tenantId, bill: event.resourceId, at: event.eventDateUtc })),
  )

/** Intuit's, as CloudEvents; those of several companies come together (facts/qbo.md, Reading back). */
const QuickbooksEvents = z
  .array(
    z.looseObject({
      type: z.string(),
      time: moment,
      intuitentityid: z.string(),
      intuitaccountid: z.string(),
    }),
  )
  .transform(events =>
    events
      .filter(({ type }) => /^qbo\.(bill|vendorcredit)\./i.test(type))
      .map<Hint>(event => ({
        organisation: event.intuitaccountid,
        bill: event.intuitentityid,
        at: event.time,
      })),
  )

/** What a ledger sends where bills change: its header of the signature, and what its body says. */
export const webhooks: Record<LedgerKind, { header: string; events: z.ZodType<Hint[]> }> = {
  xero: { header: 'x-xero-signature', events: XeroEvents },
  quickbooks: { header: 'intuit-signature', events: QuickbooksEvents },
}
