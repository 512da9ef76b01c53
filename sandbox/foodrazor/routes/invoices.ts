import { Hono } from 'hono'
import { z } from 'zod'
import type { Integration } from '../integration.ts'
import { edited, InvoiceEdit } from '../invoice-edit.ts'
import { fileNameOf, invoiceFile } from '../invoice-file.ts'
import { InvoiceQuery, queryInvoices } from '../invoice-query.ts'
import type { Store } from '../store.ts'
import { fullInvoice, listedInvoice } from '../views.ts'
import { bodyOf, found, parsed, queryOf, refusal } from './refusal.ts'

const ExportAll = z.object({ outletId: z.string().optional() })

/** `/invoices`: the list, one invoice, its edit and its export. */
export function invoiceRoutes(store: Store, integration: Integration): Hono {
  const routes = new Hono()
  const named = (id: string) => found(store.invoices.get(id), 'invoice')

  routes.get('/', c => c.json(queryInvoices(store, parsed(InvoiceQuery, queryOf(c.req.query())))))

  routes.post('/export-all', async c => {
    const { outletId } = parsed(ExportAll, await bodyOf(c.req))
    if (outletId !== undefined) found(store.outlets.get(outletId), 'outlet')
    return c.json(await integration.exportAll(outletId))
  })

  routes.get('/:id', c => c.json({ invoice: fullInvoice(store, named(c.req.param('id'))) }))

  routes.get('/:id/file', c => {
    const invoice = named(c.req.param('id'))
    const name = found(fileNameOf(invoice) ?? undefined, 'file')
    return c.body(invoiceFile(invoice, store.supplierOf(invoice).name), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}"`,
    })
  })

  routes.patch('/:id', async c => {
    const invoice = named(c.req.param('id'))
    const edit = parsed(InvoiceEdit, await bodyOf(c.req))
    if (edit.revision !== undefined && edit.revision !== invoice.revision) {
      throw refusal(409, 'CHANGED_MEANWHILE', 'Somebody else has changed this invoice. Load it again.')
    }
    const change = applied(() => edited(invoice, edit, store.now()))
    store.invoices.set(invoice.id, change)
    await integration.follow(invoice.id)
    integration.sweep()
    return c.json({ invoice: fullInvoice(store, named(invoice.id)) })
  })

  routes.post('/:id/export', async c => {
    const invoice = named(c.req.param('id'))
    const cloud = store.cloudOf(invoice)
    if (cloud !== 'READY' && cloud !== 'FAILED') throw refusal(409, cloud ?? 'NO_EXPORT', whyNot(cloud))
    await integration.export(invoice.id)
    return c.json({ invoice: listedInvoice(store, named(invoice.id)) })
  })

  return routes
}

function applied<Result>(edit: () => Result): Result {
  try {
    return edit()
  } catch (error) {
    throw refusal(400, 'INVALID', error instanceof Error ? error.message : String(error))
  }
}

function whyNot(cloud: 'EXPORTED' | 'MISSING_PRODUCT_GROUP' | null): string {
  switch (cloud) {
    case 'EXPORTED':
      return 'This invoice has been exported already.'
    case 'MISSING_PRODUCT_GROUP':
      return 'Some products have no product group, or a product group has no account.'
    case null:
      return 'This order is not completed, or its outlet is not connected.'
  }
}
