import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { unmarked } from '#lib/page/grid/unmarked.ts'
import { createDetailReading } from './invoices/detail-reading.ts'
import { press, request, showInvoice } from './invoices/do-notice.ts'
import { offer } from './invoices/late-scripts.ts'
import { createReadOnce } from './invoices/read-once.ts'
import { readOtherPage } from './invoices/table-reading.ts'

/** Run in a page by the worker, when it first asks something of that page. */
export default defineUnlistedScript(() =>
  offer('errands', {
    createDetailReading,
    createReadOnce,
    press,
    readOtherPage,
    request,
    showInvoice,
    unmarked,
  }),
)
