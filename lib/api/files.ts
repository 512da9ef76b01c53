import { z } from 'zod'
import { BillFile, MOST_FILE_BYTES } from '../domain/bill-file.ts'
import { InvoiceId, OutletId } from '../domain/ids.ts'

export const FILE_BYTES = MOST_FILE_BYTES

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
