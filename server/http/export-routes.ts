import { Hono } from 'hono'
import { z } from 'zod'
import {
  AcceptRequest,
  CancelRequest,
  ExportProgress,
  ExportRequest,
  ExportsQuery,
  ExportsRequest,
  UnlinkRequest,
} from '#lib/api/exports.ts'
import { acceptExport, changing, exportsAfter, setProgress } from '../exports/export-store.ts'
import type { Services, Signed } from './app.ts'
import { fieldsOf, Refusal, understood } from './problem.ts'

export function exportRoutes({ database, jobs, bell }: Services): Hono<Signed> {
  const app = new Hono<Signed>()

  app.post('/exports', async context => {
    const workspace = context.get('workspace')
    const { exports } = understood(ExportsRequest, await context.req.json().catch(() => null))
    const known = new Set<string>(context.get('session').connections.map(({ id }) => id))
    const woken = new Set<string>()
    const items: unknown[] = []
    await changing(database, workspace, async sql => {
      for (const item of exports) {
        const parsed = ExportRequest.safeParse(item)
        if (!parsed.success) {
          const key = z.looseObject({ key: z.string() }).safeParse(item)
          const problem = {
            code: 'not-understood',
            message: 'The invoice is not understood.',
            fields: fieldsOf(parsed.error),
          }
          items.push({ key: key.success ? key.data.key : null, problem })
        } else if (!known.has(parsed.data.connectionId)) {
          items.push({
            key: parsed.data.key,
            problem: { code: 'not-found', message: 'There is no such connection.' },
          })
        } else {
          woken.add(parsed.data.connectionId)
          items.push({ key: parsed.data.key, id: await acceptExport(sql, workspace, parsed.data) })
        }
      }
    })
    for (const connection of woken) await jobs.wake(connection)
    bell.ring(workspace)
    return context.json({ items }, 202)
  })

  app.get('/exports', async context => {
    const workspace = context.get('workspace')
    const { after, wait } = understood(ExportsQuery, context.req.query())
    const until = Date.now() + wait * 1000
    let items = await exportsAfter(database, workspace, after)
    while (items.length === 0 && Date.now() < until && !context.req.raw.signal.aborted) {
      await bell.wait(workspace, Math.min(until - Date.now(), 2000), context.req.raw.signal)
      items = await exportsAfter(database, workspace, after)
    }
    return context.json({ items, cursor: items.at(-1)?.sequence ?? after })
  })

  app.post('/exports/cancel', async context => {
    const workspace = context.get('workspace')
    const { keys } = understood(CancelRequest, await context.req.json().catch(() => null))
    const stopped = await changing(database, workspace, async sql => {
      const rows = await sql.query<{ id: string; key: string }>(
        "SELECT id, key FROM exports WHERE workspace_id = $1 AND key = ANY($2) AND state IN ('accepted', 'waiting')",
        [workspace, keys],
      )
      await setProgress(sql, workspace, rows.map(cancelled))
      return rows.map(({ key }) => key)
    })
    bell.ring(workspace)
    return context.json({ cancelled: stopped })
  })

  app.post('/exports/accept', async context => {
    const workspace = context.get('workspace')
    const { outletId, invoiceId, content } = understood(
      AcceptRequest,
      await context.req.json().catch(() => null),
    )
    await changing(database, workspace, async sql => {
      const [row] = await sql.query<{ id: string; progress: unknown }>(
        `SELECT id, progress FROM exports
         WHERE workspace_id = $1 AND outlet_id = $2 AND invoice_id = $3 AND state = 'posted' ORDER BY sequence DESC LIMIT 1`,
        [workspace, outletId, invoiceId],
      )
      if (!row) throw new Refusal('not-found', 'There is no bill of this invoice.')
      const progress = ExportProgress.parse(row.progress)
      if (progress.state === 'posted')
        await setProgress(sql, workspace, [{ id: row.id, progress: { ...progress, accepted: content } }])
    })
    bell.ring(workspace)
    return context.body(null, 204)
  })

  app.post('/exports/unlink', async context => {
    const workspace = context.get('workspace')
    const { outletId, invoiceId } = understood(UnlinkRequest, await context.req.json().catch(() => null))
    await changing(database, workspace, async sql => {
      const rows = await sql.query<{ id: string }>(
        `SELECT id FROM exports WHERE workspace_id = $1 AND outlet_id = $2 AND invoice_id = $3 AND state IN ('posted', 'refused')`,
        [workspace, outletId, invoiceId],
      )
      await setProgress(sql, workspace, rows.map(cancelled))
    })
    bell.ring(workspace)
    return context.body(null, 204)
  })
  return app
}

function cancelled({ id }: { id: string }) {
  return { id, progress: { state: 'cancelled' as const } }
}
