import { Hono } from 'hono'
import { z } from 'zod'
import { OrderExportMode, type Outlet, platforms } from '#sandbox/data/sandbox-data.ts'
import { modesOf } from '../cloud.ts'
import type { Integration } from '../integration.ts'
import type { Store } from '../store.ts'
import { fullIntegration, listedOutlet } from '../views.ts'
import { bodyOf, found, parsed, refusal } from './refusal.ts'

const IntegrationChange = z.strictObject({
  orderExportMode: OrderExportMode.optional(),
  accountMapping: z
    .array(z.strictObject({ productGroupId: z.string(), accountCode: z.string().nullable() }))
    .optional(),
})

/** `/outlets` and each outlet's integration: export mode, and product group → account. */
export function outletRoutes(store: Store, integration: Integration): Hono {
  const routes = new Hono()
  const named = (id: string) => found(store.outlets.get(id), 'outlet')

  routes.get('/', c => c.json({ outlets: [...store.outlets.values()].map(listedOutlet) }))

  routes.get('/:id/integration', c =>
    c.json({ integration: fullIntegration(store, named(c.req.param('id'))) }),
  )

  routes.patch('/:id/integration', async c => {
    const outlet = named(c.req.param('id'))
    const change = parsed(IntegrationChange, await bodyOf(c.req))
    const { provider } = outlet.integration
    if (change.orderExportMode !== undefined && !modesOf[provider].includes(change.orderExportMode)) {
      throw refusal(400, 'INVALID', `${platforms[provider]} does not offer this export mode`)
    }
    const changed: Outlet = {
      ...outlet,
      integration: {
        ...outlet.integration,
        orderExportMode: change.orderExportMode ?? outlet.integration.orderExportMode,
        accounts: remapped(store, outlet, change.accountMapping ?? []),
      },
    }
    store.outlets.set(outlet.id, changed)
    integration.sweep()
    return c.json({ integration: fullIntegration(store, changed) })
  })

  return routes
}

function remapped(
  store: Store,
  outlet: Outlet,
  changes: readonly { productGroupId: string; accountCode: string | null }[],
): Record<string, string> {
  const accounts = new Map(Object.entries(outlet.integration.accounts))
  for (const { productGroupId, accountCode } of changes) {
    found(store.productGroups.get(productGroupId), 'product group')
    if (accountCode === null) accounts.delete(productGroupId)
    else if (outlet.integration.chartOfAccounts.some(account => account.code === accountCode)) {
      accounts.set(productGroupId, accountCode)
    } else throw refusal(400, 'INVALID', `The chart of accounts has no account ${accountCode}`)
  }
  return Object.fromEntries(accounts)
}
