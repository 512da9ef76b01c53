import { z } from 'zod'

export const HostInvoice = z.object({
  id: z.string(),
  invoiceNo: z.string(),
  supplier: z.object({ id: z.string(), name: z.string() }),
  outlet: z.object({ id: z.string(), name: z.string() }),
  orderStatus: z.string(),
  date: z.string(),
  total: z.string(),
  currency: z.string(),
  exportStatus: z.enum(['READY', 'EXPORTED', 'MISSING_PRODUCT_GROUP', 'FAILED']).nullable(),
})
export type HostInvoice = z.infer<typeof HostInvoice>

/** The look-alike as its own JSON API shows it: what it holds, whatever any screen says. */
export class HostWitness {
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  async invoices(): Promise<HostInvoice[]> {
    const entry = await fetch(`${this.#origin}/invoices`)
    const cookie = entry.headers
      .getSetCookie()
      .map(each => each.split(';')[0])
      .join('; ')
    const answer = await fetch(`${this.#origin}/api/v1/invoices?pageSize=all`, { headers: { cookie } })
    return z.object({ items: z.array(HostInvoice) }).parse(await answer.json()).items
  }
}
