import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { createDetailReading } from './invoices.content/detail-reading.ts'
import { offer } from './invoices.content/late-scripts.ts'
import { makePageRequests } from './invoices.content/page-requests.ts'
import { pressControl } from './invoices.content/press-control.ts'
import { readOtherPage } from './invoices.content/table-reading.ts'

/** Run in a page by the worker, when it first asks something of that page. */
export default defineUnlistedScript(() =>
  offer('errands', { createDetailReading, makePageRequests, pressControl, readOtherPage }),
)
