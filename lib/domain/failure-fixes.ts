import type { Bill } from './bill.ts'
import { resyncFix } from './bill-fixes.ts'
import type { Failure } from './failure.ts'
import { failureEntry } from './failures/catalogue.ts'
import type { Fix } from './fix.ts'
import { gapsOf } from './gaps.ts'
import type { Invoice } from './invoice.ts'
import type { LedgerLists } from './ledger-lists.ts'
import type { Mapping } from './mapping.ts'
import { matchContact } from './match-contact.ts'
import type { Outlet } from './outlet.ts'

/** What the fixes of a failure are made from. */
export interface Failed {
  failure: Failure
  invoice: Invoice
  outlet: Outlet
  mapping: Mapping
  lists?: LedgerLists | undefined
  /** The bill that an earlier export made and this one could not change. */
  bill: Bill | null
  /** Nothing was sent yet: what was put right in the ledger is read anew instead of sending again. */
  beforehand?: boolean
}

/** So many contacts are offered by name; more are chosen from in the options. */
const MOST_CONTACTS = 3

/** The catalogue's fixes of a failure, as this invoice can use them. */
export function failureFixes(failed: Failed): Fix[] {
  const { failure, invoice, outlet, mapping, bill, beforehand = false } = failed
  const { alike = [] } = failure
  const entry = failureEntry(failure.code)
  return entry.fixes.flatMap<Fix>(kind => {
    switch (kind) {
      case 'retry':
        return beforehand
          ? [{ kind: 'refresh-lists', outletId: outlet.id }]
          : [{ kind, invoiceId: invoice.id }]
      case 'reconnect':
        return [{ kind, outletId: outlet.id }]
      case 'open-bill':
        return [...(bill === null ? [] : [bill]), ...alike].flatMap<Fix>(({ url }) =>
          url === '' ? [] : [{ kind, url }],
        )
      case 'link-bill':
        return alike.map<Fix>(({ id, number }) => ({ kind, invoiceId: invoice.id, bill: { id, number } }))
      case 'export-anyway':
        return [{ kind, invoiceId: invoice.id, despite: alike.map(({ id }) => id) }]
      case 'accept-as-is':
        return bill === null
          ? []
          : [
              { kind: 'compare', invoiceId: invoice.id },
              { kind, invoiceId: invoice.id },
            ]
      case 'confirm-resync':
        return bill === null ? [] : [resyncFix(invoice, bill)]
      case 'assign-group': {
        const products = gapsOf(invoice, mapping)?.products ?? []
        return products.length > 0 ? [{ kind, outletId: outlet.id, products }] : []
      }
      case 'map-account':
        return mapFixes(failed)
      case 'link-contact':
        return contactFixes(failed)
      case 'open-options':
        return [{ kind, outletId: outlet.id, choose: 'tracking' }]
      case 'hand-off':
        return [{ kind, to: entry.who === 'accountant' ? 'accountant' : 'admin', code: entry.code }]
      default:
        return []
    }
  })
}

/** The groups without an account, else those whose account the failure names, else all that it may be. */
function mapFixes({ failure, invoice, outlet, mapping }: Failed): Fix[] {
  const found = gapsOf(invoice, mapping)
  const names = (code: string | null | undefined) => code != null && failure.raw.includes(`'${code}'`)
  const named = (found?.mapped ?? []).filter(({ id }) => names(mapping.accountOf(id)))
  const byDefault: Fix[] = names(outlet.defaultAccount)
    ? [{ kind: 'open-options', outletId: outlet.id, choose: 'default-account' }]
    : []
  if (named.length === 0 && byDefault.length > 0) return byDefault
  const groups = found?.groups.length ? found.groups : named.length > 0 ? named : (found?.mapped ?? [])
  return [
    ...(groups.length > 0 ? [{ kind: 'map-account' as const, outletId: outlet.id, groups }] : []),
    ...byDefault,
  ]
}

/** Those that are written alike, to be chosen by a click; any other in the options. */
function contactFixes({ invoice, outlet, lists }: Failed): Fix[] {
  const { supplier, currency } = invoice
  const { name, taxNumber } = supplier
  const matched = matchContact(lists?.contacts ?? [], { id: null, name, taxNumber, currency })
  const offered =
    matched.kind === 'ambiguous' ? matched.contacts : matched.kind === 'found' ? [matched.contact] : []
  return [
    ...offered.slice(0, MOST_CONTACTS).map<Fix>(({ id, name }) => ({
      kind: 'link-contact',
      outletId: outlet.id,
      supplierId: supplier.id,
      contact: { id, name },
    })),
    { kind: 'open-options', outletId: outlet.id, choose: 'contact' },
  ]
}
