import { assessedInvoices } from '#lib/store/assessed.ts'
import type { Handler } from './app.ts'

/** The assessments of these invoices, as stored. */
export const assessments: Handler<'assessments'> = ({ store }, { invoiceIds }) =>
  assessedInvoices(store, invoiceIds)
