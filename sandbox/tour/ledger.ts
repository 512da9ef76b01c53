import { z } from 'zod'

const Organisation = z.object({
  tenantId: z.string(),
  name: z.string(),
  bills: z.number(),
  creditNotes: z.number(),
  calls: z.number(),
})
const State = z.object({
  calls: z.object({ total: z.number() }),
  organisations: z.array(Organisation),
  faults: z.array(z.unknown()),
})

export const LedgerBill = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string(),
  contact: z.string().nullable(),
  status: z.string(),
  currency: z.string(),
  total: z.string(),
  link: z.string().nullable(),
  url: z.string(),
  createdBy: z.string(),
})
export type LedgerBill = z.infer<typeof LedgerBill>

/** The ledger as its own `/_control` shows it: what stands in the books, whatever any screen says. */
export class LedgerWitness {
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Calls of the accounting API, of all organisations, since the start. */
  async calls(): Promise<number> {
    return (await this.#state()).calls.total
  }

  /** Every bill and credit note of an organisation, or of all. */
  async bills(organisation?: string): Promise<LedgerBill[]> {
    const { organisations } = await this.#state()
    const wanted = organisations.filter(({ name }) => organisation === undefined || name === organisation)
    const lists = await Promise.all(
      wanted.map(({ tenantId }) => this.#get(`/_control/organisations/${tenantId}/bills`)),
    )
    return lists.flatMap(list => z.object({ bills: z.array(LedgerBill) }).parse(list).bills)
  }

  /** Lets the ledger misbehave for the next `times` requests that match. */
  async plan(fault: {
    match: { method?: string; path?: string }
    times: number
    fault: Record<string, unknown>
  }) {
    await this.#get('/_control/faults', { method: 'POST', body: JSON.stringify(fault) })
  }

  /** How many planned faults have not happened yet. */
  async faultsLeft(): Promise<number> {
    return (await this.#state()).faults.length
  }

  /** Ends every consent, as a person does who disconnects the app. */
  async revoke(): Promise<void> {
    await fetch(`${this.#origin}/_control/revoke`, { method: 'POST' })
  }

  async #state() {
    return State.parse(await this.#get('/_control/state'))
  }

  async #get(path: string, init: RequestInit = {}): Promise<unknown> {
    const answer = await fetch(`${this.#origin}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
}
