import { Hono } from 'hono'
import { z } from 'zod'
import { ChangesPage, ChangesQuery, ChangesRequest } from '#lib/api/changes.ts'
import type { Services, Signed } from './app.ts'
import { understood } from './problem.ts'

/** Mappings are shared within a workspace: applied in order, told by revision. */
export function changeRoutes({ database }: Services): Hono<Signed> {
  const app = new Hono<Signed>()
  app.post('/changes', async context => {
    const workspace = context.get('workspace')
    const { mutations } = understood(ChangesRequest, await context.req.json().catch(() => null))
    const revision = await database.transaction(async sql => {
      const locked = await sql.query('SELECT revision FROM workspaces WHERE id = $1 FOR UPDATE', [workspace])
      let last =
        z
          .array(z.object({ revision: z.coerce.number() }))
          .min(1)
          .parse(locked)[0]?.revision ?? 0
      for (const mutation of mutations) {
        const added = await sql.query(
          `INSERT INTO mutations (workspace_id, id, revision, by_user, mutation) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT DO NOTHING RETURNING id`,
          [workspace, mutation.id, last + 1, context.get('session').user.name, JSON.stringify(mutation)],
        )
        last += added.length
      }
      await sql.query('UPDATE workspaces SET revision = $2 WHERE id = $1', [workspace, last])
      return last
    })
    return context.json({ applied: mutations.map(({ id }) => id), revision })
  })
  app.get('/changes', async context => {
    const { after } = understood(ChangesQuery, context.req.query())
    const rows = await database.query<{ revision: unknown; by_user: string; mutation: unknown }>(
      'SELECT revision, by_user, mutation FROM mutations WHERE workspace_id = $1 AND revision > $2 ORDER BY revision LIMIT 500',
      [context.get('workspace'), after],
    )
    const items = rows.map(row => ({
      revision: Number(row.revision),
      by: row.by_user,
      mutation: row.mutation,
    }))
    return context.json(ChangesPage.parse({ items, revision: items.at(-1)?.revision ?? after }))
  })
  return app
}
