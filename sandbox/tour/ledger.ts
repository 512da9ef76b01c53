import type { Provider } from '#sandbox/data/sandbox-data.ts'
import type { QuickbooksWitness } from './quickbooks-witness.ts'
import type { XeroWitness } from './xero-witness.ts'

/** A bill or credit note as a ledger's own `/_control` shows it. */
export interface LedgerBill {
  ledger: Provider
  id: string
  number: string
  contact: string | null
  status: string
  currency: string
  total: string
  /** Back to the invoice, on a bill of ours. */
  link: string | null
  url: string
  createdBy: string
}

/** Both ledgers as their own `/_control` shows them: what stands in the books, whatever any screen says. */
export class LedgerWitness {
  readonly xero: XeroWitness
  readonly quickbooks: QuickbooksWitness

  constructor(xero: XeroWitness, quickbooks: QuickbooksWitness) {
    this.xero = xero
    this.quickbooks = quickbooks
  }

  /** Calls of both accounting APIs, of all organisations, since the start. */
  async calls(): Promise<number> {
    const [xero, quickbooks] = await Promise.all([this.xero.calls(), this.quickbooks.calls()])
    return xero + quickbooks
  }

  /** Every bill and credit note of both ledgers. */
  async bills(): Promise<LedgerBill[]> {
    return (await Promise.all([this.xero.bills(), this.quickbooks.bills()])).flat()
  }
}
