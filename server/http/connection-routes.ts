import { Hono } from 'hono'
import { disconnect } from '../ledger/disconnect.ts'
import { listsOf } from '../ledger/lists-cache.ts'
import type { Services, Signed } from './app.ts'
import { Refusal } from './problem.ts'

export function connectionRoutes({ database, sealer, config, ledgerOf }: Services): Hono<Signed> {
  const app = new Hono<Signed>()
  app.get('/connections', context => context.json({ items: context.get('session').connections }))
  app.get('/connections/:id/lists', async context => {
    const id = ownConnection(context.get('session').connections, context.req.param('id'))
    const fresh = context.req.query('fresh') === '1'
    return context.json(await listsOf(database, id, () => ledgerOf(id), fresh))
  })
  app.delete('/connections/:id', async context => {
    const id = ownConnection(context.get('session').connections, context.req.param('id'))
    await disconnect({ database, sealer, configs: config }, id)
    return context.body(null, 204)
  })
  return app
}

/** A connection of the caller's workspace. @throws Refusal: another's is simply not there */
export function ownConnection(connections: readonly { id: string }[], id: string): string {
  if (!connections.some(connection => connection.id === id))
    throw new Refusal('not-found', 'There is no such connection.')
  return id
}
