import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Integration } from '../integration.ts'
import { PageSize } from '../invoice-query.ts'
import type { Store } from '../store.ts'
import { listedProduct } from '../views.ts'
import { bodyOf, found, parsed, queryOf, refusal } from './refusal.ts'

const ProductQuery = z.object({
  search: z.string().max(200).default(''),
  supplierId: z.string().optional(),
  /** A group's id, or `none` for the products without one. */
  productGroupId: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: PageSize,
})
const ProductChange = z.strictObject({ productGroupId: z.string().nullable() })
const NewGroup = z.strictObject({ name: z.string().trim().min(1).max(200) })

/** `/products`, `/product-groups` and `/suppliers`: the catalogue of the whole restaurant group. */
export function catalogueRoutes(store: Store, integration: Integration): Hono {
  const routes = new Hono()

  routes.get('/products', c => {
    const query = parsed(ProductQuery, queryOf(c.req.query()))
    const sought = query.search.trim().toLowerCase()
    const all = [...store.products.values()]
      .filter(product => !query.supplierId || product.supplierId === query.supplierId)
      .filter(product => !query.productGroupId || (product.productGroupId ?? 'none') === query.productGroupId)
      .filter(product => `${product.name}\n${product.sku}`.toLowerCase().includes(sought))
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id))
    const { page, pageSize } = query
    const items = all.slice((page - 1) * pageSize, page * pageSize).map(row => listedProduct(store, row))
    return c.json({ total: all.length, page, pageSize, items })
  })

  routes.patch('/products/:id', async c => {
    const product = found(store.products.get(c.req.param('id')), 'product')
    const { productGroupId } = parsed(ProductChange, await bodyOf(c.req))
    if (productGroupId !== null) found(store.productGroups.get(productGroupId), 'product group')
    const changed = { ...product, productGroupId, updatedAt: store.now() }
    store.products.set(product.id, changed)
    integration.sweep()
    return c.json({ product: listedProduct(store, changed) })
  })

  routes.get('/product-groups', c => {
    const counts = new Map<string, number>()
    for (const { productGroupId } of store.products.values()) {
      if (productGroupId) counts.set(productGroupId, (counts.get(productGroupId) ?? 0) + 1)
    }
    const productGroups = [...store.productGroups.values()].map(group => ({
      ...group,
      productCount: counts.get(group.id) ?? 0,
    }))
    return c.json({ productGroups })
  })

  routes.post('/product-groups', async c => {
    const { name } = parsed(NewGroup, await bodyOf(c.req))
    const same = (other: string) => other.toLowerCase() === name.toLowerCase()
    if ([...store.productGroups.values()].some(group => same(group.name))) {
      throw refusal(409, 'NAME_TAKEN', `There is a product group named ${name} already`)
    }
    const productGroup = { id: `pg-${randomUUID().slice(0, 8)}`, name }
    store.productGroups.set(productGroup.id, productGroup)
    return c.json({ productGroup }, 201)
  })

  routes.get('/suppliers', c => c.json({ suppliers: [...store.suppliers.values()] }))

  return routes
}
