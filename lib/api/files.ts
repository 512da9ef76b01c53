import { z } from 'zod'
import { BillFile } from '../domain/bill-file.ts'
import { InvoiceId, OutletId } from '../domain/ids.ts'

/** The most bytes of one file: what Xero takes (facts/xero.md, Limits), the lesser of the two ledgers'. */
export const FILE_BYTES = 10 * 1024 * 1024

/**
 * `PUT /v1/exports/file?outletId=…&invoiceId=…&name=…`, with the file as the body: puts it beside the bill that
 * stands for the invoice. The same name again replaces it, or leaves it as it is.
 */
export const FileQuery = z.object({
  outletId: OutletId,
  invoiceId: InvoiceId,
  name: z.string().min(1).max(255),
})
export type FileQuery = z.infer<typeof FileQuery>

export const FileAnswer = z.object({ file: BillFile })
export type FileAnswer = z.infer<typeof FileAnswer>
