import { z } from 'zod'
import { Control } from './control.ts'
import type { LedgerBill } from './ledger.ts'

const Companies = z.array(z.object({ realmId: z.string() }))
const Bills = z.object({
  bills: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      contact: z.string().nullable(),
      status: z.string(),
      currency: z.string(),
      total: z.string(),
      memo: z.string(),
      url: z.string(),
      createdBy: z.string(),
    }),
  ),
})

/** QuickBooks as its own `/_control` shows it. */
export class QuickbooksWitness extends Control {
  /** Every bill and vendor credit of all companies. Our link stands in the memo. */
  async bills(): Promise<LedgerBill[]> {
    const companies = Companies.parse((await this.state()).companies)
    const lists = await Promise.all(companies.map(({ realmId }) => this.get(`/companies/${realmId}/bills`)))
    return lists.flatMap(list =>
      Bills.parse(list).bills.map(({ memo, ...bill }) => ({
        ...bill,
        ledger: 'quickbooks',
        link: /https?:\/\/\S+/.exec(memo)?.[0] ?? null,
      })),
    )
  }
}
