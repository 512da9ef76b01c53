import { fixed } from '#sandbox/data/decimal.ts'
import {
  type InvoiceLine,
  type LinkedPlatform,
  platforms,
  type StoredInvoice,
} from '#sandbox/data/sandbox-data.ts'
import { lineAmount, totalsOf } from '#sandbox/data/totals.ts'
import type { BillToPost, PostBill } from './bill.ts'
import { exportsByItself, syncsThrough } from './cloud.ts'
import type { Store } from './store.ts'

/** The app's own way to the accounting software. */
export interface Integration {
  /** Exports one invoice, or updates its bill; the outcome stands in the store. Calls for one invoice share one. */
  export(invoiceId: string): Promise<void>
  /** Exports every ready invoice of an outlet, or of all, one after the other. */
  exportAll(outletId?: string): Promise<{ exported: number; failed: number }>
  /** After a change to mappings, modes or an invoice: sends on its own what its outlet's mode lets go. */
  sweep(): void
  /** After an edit: carries it into the bill while that is a draft or open, else marks the export as failed. */
  follow(invoiceId: string): Promise<void>
  /** Puts the bills of earlier exports into the ledger, so that Linked Platforms leads somewhere. */
  postEarlierExports(): Promise<void>
}

const invalidModification = 'Invalid modification'

/** Connects a store to the ledger behind `postBill`. */
export function createIntegration(store: Store, postBill: PostBill): Integration {
  const underWay = new Map<string, Promise<void>>()
  let sweeping: Promise<unknown> = Promise.resolve()

  const send = async (id: string) => {
    const invoice = store.invoices.get(id)
    if (!invoice) return
    const link = invoice.linkedPlatforms[0]
    if (link && !syncsThrough(link.state)) return fail(id, unchangeable(link))
    const { provider } = store.outletOf(invoice).integration
    try {
      const posted = await postBill(billOf(store, invoice, 'DRAFT'))
      update(id, {
        exportError: null,
        linkedPlatforms: [
          {
            platform: platforms[provider],
            billId: posted.billId,
            url: posted.url,
            state: posted.state ?? (provider === 'xero' ? 'DRAFT' : 'OPEN'),
            exportedAt: store.now(),
          },
        ],
      })
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error)
      fail(id, link ? `${invalidModification}: ${says}` : says)
    }
  }
  const update = (id: string, change: Partial<StoredInvoice>) => {
    const invoice = store.invoices.get(id)
    if (invoice) store.invoices.set(id, { ...invoice, ...change, updatedAt: store.now() })
  }
  const fail = (id: string, exportError: string) => update(id, { exportError })
  const once = (id: string) => {
    const running = underWay.get(id) ?? send(id).finally(() => underWay.delete(id))
    underWay.set(id, running)
    return running
  }
  const sendAll = async (wanted: (invoice: StoredInvoice) => boolean) => {
    const result = { exported: 0, failed: 0 }
    for (const { id } of [...store.invoices.values()].filter(wanted)) {
      const invoice = store.invoices.get(id)
      if (!invoice || !wanted(invoice)) continue
      await once(id)
      if (store.invoices.get(id)?.exportError === null) result.exported += 1
      else result.failed += 1
    }
    return result
  }

  return {
    export: once,
    exportAll: outletId =>
      sendAll(
        invoice =>
          (outletId === undefined || invoice.outletId === outletId) && store.cloudOf(invoice) === 'READY',
      ),
    sweep: () => {
      const itself = (invoice: StoredInvoice) =>
        exportsByItself(store.outletOf(invoice).integration.orderExportMode, store.cloudOf(invoice))
      // A refusal is recorded on its invoice, so this chain cannot break.
      sweeping = sweeping.then(() => sendAll(itself))
    },
    follow: async id => {
      // An export under way carries what the invoice said before the edit.
      await underWay.get(id)
      const invoice = store.invoices.get(id)
      if (invoice && invoice.linkedPlatforms.length > 0) await once(id)
    },
    postEarlierExports: async () => {
      for (const invoice of store.invoices.values()) {
        const link = invoice.linkedPlatforms[0]
        if (!link) continue
        const approved = link.state === 'AUTHORISED'
        const then = approved && invoice.exportError !== null ? beforeTheEdit(invoice) : invoice
        const bill = billOf(store, then, approved ? 'AUTHORISED' : 'DRAFT')
        const posted = await postBill({ ...bill, billId: null })
        const linkedPlatforms = [{ ...link, billId: posted.billId, url: posted.url }]
        store.invoices.set(invoice.id, { ...invoice, linkedPlatforms })
      }
    },
  }
}

function unchangeable({ platform, state }: LinkedPlatform): string {
  const words = state.toLowerCase().replace('_', ' ')
  return `${invalidModification}: the bill is ${words} in ${platform} and can no longer be changed.`
}

/** What a seeded, since modified invoice said when it was exported: one less of its first line. */
function beforeTheEdit(invoice: StoredInvoice): StoredInvoice {
  const lines = invoice.lines.map((line, index): InvoiceLine => {
    if (index > 0) return line
    const fewer = { ...line, quantity: fixed(Number(line.quantity) > 1 ? Number(line.quantity) - 1 : 2, 3) }
    return { ...fewer, amount: lineAmount(fewer) }
  })
  return { ...invoice, lines, ...totalsOf({ ...invoice, lines }) }
}

function billOf(store: Store, invoice: StoredInvoice, state: BillToPost['state']): BillToPost {
  const { integration } = store.outletOf(invoice)
  return {
    outletId: invoice.outletId,
    provider: integration.provider,
    organisation: integration.organisation,
    invoiceId: invoice.id,
    invoiceNo: invoice.invoiceNo,
    documentType: invoice.documentType,
    supplier: store.supplierOf(invoice),
    date: invoice.date,
    dueDate: invoice.dueDate,
    currency: invoice.currency,
    amountsIncludeTax: invoice.amountsIncludeTax,
    lines: invoice.lines.map(line => {
      const groupId = store.productOf(line).productGroupId
      return {
        description: line.description,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        amount: line.amount,
        taxRate: line.taxRate,
        accountCode: (groupId && integration.accounts[groupId]) ?? null,
      }
    }),
    charges: invoice.charges,
    taxTotal: invoice.taxTotal,
    total: invoice.total,
    state,
    billId: invoice.linkedPlatforms[0]?.billId ?? null,
  }
}
