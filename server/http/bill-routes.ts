import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { type LinkAnswer, LinkRequest, type WholeBillsAnswer, WholeBillsRequest } from '#lib/api/bills.ts'
import type { Bill } from '#lib/domain/bill.ts'
import { systemClock } from '#lib/domain/instant.ts'
import { standingContent } from '#lib/domain/standing-content.ts'
import { changing, setProgress } from '../exports/export-store.ts'
import { exportsOfBills } from '../exports/followed.ts'
import { recordSeen, type Seen } from '../exports/record-seen.ts'
import { takenBills } from '../exports/taken-bills.ts'
import type { Ledger } from '../ledger/port.ts'
import type { Services, Signed } from './app.ts'
import { ownConnection } from './connection-routes.ts'
import { understood } from './problem.ts'

export function billRoutes({ database, ledgerOf, bell }: Services): Hono<Signed> {
  const app = new Hono<Signed>()

  app.post('/bills/whole', async context => {
    const workspace = context.get('workspace')
    const { connectionId, bills } = understood(WholeBillsRequest, await context.req.json().catch(() => null))
    const ledger = await ledgerOf(ownConnection(context.get('session').connections, connectionId))
    const items = await ledger.readWhole(bills)
    const ids = bills.map(({ id }) => id)
    const seenOf = (known: Bill): Seen | null => {
      if (!ids.includes(known.id)) return null
      const whole = items.find(item => item?.bill.id === known.id) ?? null
      return { bill: whole?.bill ?? missing(known), whole }
    }
    const news = await changing(database, workspace, async sql => {
      const exports = await exportsOfBills(sql, workspace, connectionId, ids)
      return recordSeen(sql, workspace, exports, seenOf, 'as-known')
    })
    if (news > 0) bell.ring(workspace)
    return context.json({ items } satisfies WholeBillsAnswer)
  })

  app.post('/bills/link', async context => {
    const workspace = context.get('workspace')
    const request = understood(LinkRequest, await context.req.json().catch(() => null))
    const ledger = await ledgerOf(ownConnection(context.get('session').connections, request.connectionId))
    const bills = await unclaimed(workspace, request, await standingBills(ledger, request.invoices))
    const answer: LinkAnswer = {
      items: request.invoices.map(({ invoiceId }, index) => ({ invoiceId, bill: bills[index] ?? null })),
    }
    for (const [index, bill] of bills.entries()) {
      const invoice = request.invoices[index]
      if (bill && invoice) await record(workspace, request, invoice, bill)
    }
    bell.ring(workspace)
    return context.json(answer)
  })

  /** A bill that only is alike is linked to one invoice: the page's own word alone may name it for two. */
  async function unclaimed(
    workspace: string,
    { outletId, invoices }: LinkRequest,
    bills: readonly (Bill | null)[],
  ): Promise<(Bill | null)[]> {
    const ids = bills.flatMap(bill => bill?.id ?? [])
    const isTaken = await takenBills(database, workspace, ids)
    const given = new Set<string>()
    return bills.map((bill, index) => {
      const invoice = invoices[index]
      if (!bill || !invoice || invoice.billId === bill.id) return bill
      const { invoiceId } = invoice
      if (given.has(bill.id) || isTaken(bill.id, { outletId, invoiceId })) return null
      given.add(bill.id)
      return bill
    })
  }

  async function record(
    workspace: string,
    { connectionId, outletId }: LinkRequest,
    invoice: LinkRequest['invoices'][number],
    bill: Bill,
  ) {
    const key = `${outletId}:${invoice.invoiceId}:${invoice.content}:link`
    await changing(database, workspace, async sql => {
      const [known] = await sql.query<{ id: string }>(
        'SELECT id FROM exports WHERE workspace_id = $1 AND key = $2',
        [workspace, key],
      )
      const id = known?.id ?? randomUUID()
      if (!known) {
        await sql.query(
          `INSERT INTO exports (id, workspace_id, connection_id, key, outlet_id, invoice_id, content, request, progress, state, sequence, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'null', '{}', 'posted', 0, now())`,
          [
            id,
            workspace,
            connectionId,
            key,
            outletId,
            invoice.invoiceId,
            standingContent(bill, invoice.total, invoice.content),
          ],
        )
      }
      const progress = { state: 'posted' as const, bill, linked: true, accepted: null }
      await setProgress(sql, workspace, [{ id, progress }])
    })
  }
  return app
}

/** A bill that the ledger knows no more. */
function missing(known: Bill): Bill {
  return { ...known, state: 'missing', seenAt: systemClock(), changedAt: null }
}

/** A bill's id in a ledger of ours; the page may name bills of systems that are none. */
const LedgerId = z.guid()

/** The bill of each invoice, in order: the one that the page names, else one alike; null where none stands. */
async function standingBills(ledger: Ledger, invoices: LinkRequest['invoices']): Promise<(Bill | null)[]> {
  const named = invoices.flatMap(({ billId, kind }) =>
    billId !== null && LedgerId.safeParse(billId).success ? [{ id: billId, kind }] : [],
  )
  const read = named.length > 0 ? await ledger.read(named) : []
  const byId = new Map(read.filter(({ state }) => state !== 'missing').map(bill => [bill.id, bill]))
  const unnamed = invoices.filter(({ billId }) => billId === null || !byId.has(billId))
  const found = await ledger.find(unnamed.map(invoice => ({ ...invoice, link: null })))
  const alike = new Map(unnamed.map(({ invoiceId }, index) => [invoiceId, found[index] ?? null]))
  return invoices.map(
    ({ invoiceId, billId }) => (billId && byId.get(billId)) || (alike.get(invoiceId) ?? null),
  )
}
