import { randomUUID } from 'node:crypto'
import type {
  InvoiceCharge,
  LinkedPlatform,
  Provider,
  StoredInvoice,
  Supplier,
} from '#sandbox/data/sandbox-data.ts'

/** A bill as the app's own integration hands it to the ledger. Amounts are decimal strings in `currency`. */
export interface BillToPost {
  outletId: string
  provider: Provider
  /** The ledger organisation's name, as the outlet's integration shows it. */
  organisation: string
  invoiceId: string
  invoiceNo: string
  documentType: StoredInvoice['documentType']
  supplier: Supplier
  date: string
  dueDate: string | null
  currency: string
  amountsIncludeTax: boolean
  lines: {
    description: string
    quantity: string
    unitPrice: string
    amount: string
    taxRate: string
    /** Null in Automatic mode where no account is mapped. */
    accountCode: string | null
  }[]
  charges: InvoiceCharge[]
  taxTotal: string
  total: string
  /** What it is to be where the ledger has drafts; elsewhere it is posted at once. */
  state: 'DRAFT' | 'AUTHORISED'
  /** The bill to update; without it a new one is made. */
  billId: string | null
}

/** Where a bill stands once the ledger has taken it. */
export interface PostedBill {
  billId: string
  url: string
  state?: LinkedPlatform['state']
}

/** Reaches the ledger. Rejects with the ledger's own words when it refuses. */
export type PostBill = (bill: BillToPost) => Promise<PostedBill>

/** Stands in where no ledger is given: takes every bill. */
export const acceptEveryBill: PostBill = async bill => {
  const billId = bill.billId ?? randomUUID()
  return { billId, url: `/ledger/bills/${billId}` }
}
