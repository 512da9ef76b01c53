import type Big from 'big.js'

export type DocumentKind = 'bill' | 'credit-note'

export type DocumentStatus = 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'PAID' | 'VOIDED' | 'DELETED'

export type LineAmountTypes = 'Exclusive' | 'Inclusive' | 'NoTax'

export type LineTracking = { categoryId: string; optionId: string; name: string; option: string }

/** A line as it stands in the books; amounts in the document's currency. */
export type Line = {
  lineId: string
  description: string
  quantity: Big
  /** Up to four decimals, as far as the writer asked for them (`unitdp`). */
  unitAmount: Big
  /** Two decimals; holds the tax if the document's amounts are inclusive. */
  lineAmount: Big
  taxType: string
  taxAmount: Big
  accountCode?: string | undefined
  accountId?: string | undefined
  itemCode?: string | undefined
  tracking: LineTracking[]
}

export type Payment = { paymentId: string; date: string; amount: Big }

export type Attachment = {
  attachmentId: string
  fileName: string
  mimeType: string
  content: Uint8Array<ArrayBuffer>
  includeOnline: boolean
}

export type HistoryRecord = { changes: string; details: string; user: string; at: Date }

/** A bill (ACCPAY) or a supplier's credit note (ACCPAYCREDIT). Dates are YYYY-MM-DD. */
export type LedgerDocument = {
  id: string
  kind: DocumentKind
  number: string
  contactId: string
  status: DocumentStatus
  lineAmountTypes: LineAmountTypes
  date: string
  dueDate?: string | undefined
  currency: string
  /** Units of the document's currency for one unit of the organisation's. */
  currencyRate: number
  url?: string | undefined
  lines: Line[]
  payments: Payment[]
  attachments: Attachment[]
  history: HistoryRecord[]
  fullyPaidOn?: string | undefined
  /** The client id of the app that created it, or a person's name. */
  createdBy: string
  createdAt: Date
  updatedAt: Date
}
