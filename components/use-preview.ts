import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { ReplyTo } from '#lib/messages.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import { useSurface } from './SurfaceContext.tsx'
import { reloaded } from './use-ask.ts'

/** What an invoice would post, asked anew whenever the invoice, what we conclude of it, or its outlet changes. */
export interface Previewed {
  /** Undefined while it is looked up; null where it is not known any more. */
  invoice: InvoiceRow | null | undefined
  /** Undefined until the first answer; then the last one, while the next is awaited. */
  reply: ReplyTo<'preview'> | undefined
}

export function usePreview(invoiceId: InvoiceId): Previewed {
  const { store, ask } = useSurface()
  const known = useLiveQuery(async () => {
    const invoice = (await store.invoices.get(invoiceId)) ?? null
    return { invoice, outlet: invoice && (await store.outlets.get(invoice.outletId)) }
  }, [store, invoiceId])
  const [reply, keep] = useState<ReplyTo<'preview'>>()
  useEffect(() => {
    if (!known?.invoice) return
    let overtaken = false
    void ask('preview', { invoiceId })
      .catch(() => reloaded)
      .then(answer => {
        if (!overtaken) keep(answer)
      })
    return () => {
      overtaken = true
    }
  }, [ask, invoiceId, known])
  return { invoice: known?.invoice, reply }
}
