import { z } from 'zod'
import { Control } from './control.ts'
import type { LedgerBill } from './ledger.ts'

const Organisations = z.array(z.object({ tenantId: z.string() }))
const Bills = z.object({
  bills: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      contact: z.string().nullable(),
      status: z.string(),
      currency: z.string(),
      total: z.string(),
      link: z.string().nullable(),
      url: z.string(),
      createdBy: z.string(),
    }),
  ),
})

/** Xero as its own `/_control` shows it. */
export class XeroWitness extends Control {
  /** Every bill and credit note of all organisations. */
  async bills(): Promise<LedgerBill[]> {
    const organisations = Organisations.parse((await this.state()).organisations)
    const lists = await Promise.all(
      organisations.map(({ tenantId }) => this.get(`/organisations/${tenantId}/bills`)),
    )
    return lists.flatMap(list => Bills.parse(list).bills.map(bill => ({ ...bill, ledger: 'xero' })))
  }
}
