import type { Facts } from './assess.ts'
import type { Assessment, Reason } from './assessment.ts'
import type { Fix } from './fix.ts'
import { gapsOf } from './gaps.ts'

/**
 * The assessment where Foodrazor's own integration exports: its cloud is the status; what we know of
 * the lines says why. A fix presses the page's own control. Source: facts/foodrazor.md, the table of clouds.
 */
export function pageSays({ invoice, outlet, mapping }: Facts): Assessment {
  const says: Reason = { kind: 'page-says', cloud: invoice.cloud }
  switch (invoice.cloud) {
    case 'ready':
      return {
        status: 'ready',
        reasons: [says],
        fixes: [{ kind: 'use-page-control', invoiceId: invoice.id, action: 'export' }],
      }
    case 'exported': {
      const url = invoice.detail?.linkedBill?.url
      return { status: 'exported', reasons: [says], fixes: url ? [{ kind: 'open-bill', url }] : [] }
    }
    case 'failed': {
      const raw = invoice.detail?.exportError
      const refused: Reason[] = raw
        ? [{ kind: 'refused', failure: { code: 'page-refused', raw, billState: null } }]
        : []
      return {
        status: 'failed',
        reasons: [...refused, says],
        fixes: [{ kind: 'use-page-control', invoiceId: invoice.id, action: 'retry' }],
      }
    }
    case 'missing-product-group': {
      const found = gapsOf(invoice, mapping)
      if (found === null) {
        const read: Fix = { kind: 'read-invoice', invoiceId: invoice.id }
        return { status: 'missing-product-group', reasons: [says, { kind: 'lines-unread' }], fixes: [read] }
      }
      if (found.products.length > 0) {
        return {
          status: 'missing-product-group',
          reasons: [{ kind: 'products-without-group', products: found.products }],
          fixes: [{ kind: 'assign-group', outletId: outlet.id, products: found.products }],
        }
      }
      // Whether a group has an account in Foodrazor's own integration is for Foodrazor to say; ours is a hint.
      if (found.groups.length > 0) {
        return {
          status: 'missing-account',
          reasons: [
            { kind: 'account-gap-unknown' },
            { kind: 'groups-without-account', groups: found.groups },
          ],
          fixes: [],
        }
      }
      return { status: 'missing-account', reasons: [{ kind: 'account-gap-unknown' }], fixes: [] }
    }
    case 'none':
    case 'unknown':
      return { status: 'not-recognised', reasons: [says], fixes: [] }
  }
}
