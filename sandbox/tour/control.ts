import { z } from 'zod'

const Planned = z.object({ fault: z.object({ kind: z.string() }) })

/** What both ledgers say of themselves. */
const State = z.looseObject({ calls: z.object({ total: z.number() }), faults: z.array(Planned) })

/** How a ledger is to misbehave for the next `times` requests that match. */
export interface FaultPlan {
  match: { method?: string; path?: string }
  times: number
  fault: { kind: string; [more: string]: unknown }
}

/** A ledger's `/_control`, which both ledgers answer alike where they are the same. */
export class Control {
  readonly #base: string

  /** `base`: the ledger's address without `/_control`. */
  constructor(base: string) {
    this.#base = base
  }

  /** Calls of the accounting API, of all organisations, since the start. */
  async calls(): Promise<number> {
    return (await this.state()).calls.total
  }

  /** Lets the ledger misbehave. */
  async plan(fault: FaultPlan): Promise<void> {
    await this.get('/faults', { method: 'POST', body: JSON.stringify(fault) })
  }

  /** How many planned faults of a kind have not happened yet. */
  async faultsLeft(kind: string): Promise<number> {
    return (await this.state()).faults.filter(({ fault }) => fault.kind === kind).length
  }

  /** Ends every consent, as a person does who disconnects the app. */
  async revoke(): Promise<void> {
    await this.#call('/revoke', { method: 'POST' })
  }

  async state() {
    return State.parse(await this.get('/state'))
  }

  async get(path: string, init: RequestInit = {}): Promise<unknown> {
    return (await this.#call(path, init)).json()
  }

  /** @throws with what the ledger said, unless it agreed */
  async #call(path: string, init: RequestInit): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${this.#base}/_control${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
}
