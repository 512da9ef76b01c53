import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { unmarked } from '#lib/page/grid/unmarked.ts'
import { createDetailReading } from './invoices.content/detail-reading.ts'
import { press, request, showInvoice } from './invoices.content/do-notice.ts'
import { offer } from './invoices.content/late-scripts.ts'
import { createReadOnce } from './invoices.content/read-once.ts'
import { readOtherPage } from './invoices.content/table-reading.ts'

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
