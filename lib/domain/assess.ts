import type { Assessment, Reason } from './assessment.ts'
import { type Bill, isGone } from './bill.ts'
import { resyncFix, unlinkFix } from './bill-fixes.ts'
import { differenceFix } from './corrections.ts'
import { driftReasons } from './drift-reasons.ts'
import type { Export } from './export.ts'
import { failureFixes } from './failure-fixes.ts'
import type { Fix } from './fix.ts'
import { type Gaps, gapsOf, needsMapping } from './gaps.ts'
import type { ContentHash } from './ids.ts'
import { freshDetail, type Invoice } from './invoice.ts'
import { invoiceContent } from './invoice-content.ts'
import type { LedgerLists } from './ledger-lists.ts'
import { likeBills, type Twin } from './likeness.ts'
import type { Mapping } from './mapping.ts'
import type { Outlet } from './outlet.ts'
import { pageSays } from './page-says.ts'
import { ready } from './ready.ts'
import { shownOtherwiseReason } from './shown-otherwise-reason.ts'

/** All that an assessment may know. */
export interface Facts {
  invoice: Invoice
  outlet: Outlet
  mapping: Mapping
  /** The record of our own export of it, if there is one. */
  export: Export | null
  /** What its ledger offers and forbids, as last read; absent before it was. */
  lists?: LedgerLists | undefined
  /** Other invoices of the outlet that may be the same one. */
  twins?: readonly Twin[] | undefined
  /** The corrections of its bill, where an update of that is on its way or was refused. */
  corrections?: readonly Bill[] | undefined
  /** Foodrazor says that it exported it, and the ledger has not been asked yet whether its bill stands. */
  mayStand?: boolean
}

/**
 * What we conclude of one invoice: its status, why, and what would fix it. Pure.
 * Rules: DESIGN.md, "The assessment". Where Foodrazor exports, its own cloud is the status
 * and we explain it; where Clearcloud exports, the record of our export is.
 */
export function assess(facts: Facts): Assessment {
  const { reasons, ...assessment } = decided(facts)
  return { ...assessment, reasons: [...reasons, ...shownOtherwiseReason(facts.invoice)] }
}

function decided(facts: Facts): Assessment {
  if (!facts.invoice.completed)
    return { status: 'not-completed', reasons: [{ kind: 'not-completed' }], fixes: [] }
  if (facts.outlet.exporter === 'foodrazor') return pageSays(facts)
  return inFlight(facts) ?? recorded(facts) ?? gaps(facts) ?? ready(facts)
}

/** In the outbox, sent, waiting or checking. */
function inFlight({ export: record, outlet }: Facts): Assessment | undefined {
  switch (record?.state) {
    case 'queued':
      return { status: 'exporting', reasons: [{ kind: 'queued' }], fixes: [] }
    case 'sent':
      return { status: 'exporting', reasons: [{ kind: 'sent' }], fixes: [] }
    case 'checking':
      return { status: 'exporting', reasons: [{ kind: 'checking', since: record.since }], fixes: [] }
    case 'waiting': {
      const fixes: Fix[] =
        record.why === 'reconnect' || record.why === 'sign-in'
          ? [{ kind: 'reconnect', outletId: outlet.id }]
          : []
      return {
        status: 'exporting',
        reasons: [{ kind: 'waiting', why: record.why, until: record.until }],
        fixes,
      }
    }
    default:
      return undefined
  }
}

/** A bill stands in the ledger, or was refused. */
function recorded(facts: Facts): Assessment | undefined {
  const record = facts.export
  if (record?.state === 'refused') return refused(facts, record)
  if (record === null && facts.mayStand) return exportedByFoodrazor(facts.invoice)
  if (record?.state !== 'posted') return undefined
  const { bill } = record
  if (isGone(bill)) {
    return {
      status: 'failed',
      reasons: [{ kind: 'bill-gone', billState: bill.state }, ...besides(record.corrections)],
      fixes: [unlinkFix(facts.invoice, bill), ...open(bill)],
    }
  }
  const drift = driftReasons(record, facts.outlet)
  const { corrections = [] } = record
  const stands: Reason[] = [
    ...drift,
    { kind: 'bill-stands', bill, linked: record.linked },
    ...besides(corrections),
  ]
  const now = contentNow(facts.invoice)
  const whole = !corrections.some(isGone)
  if (now === null || (now === record.content && whole)) {
    const { reasons, fixes } = fileLeftOut(facts.invoice, record)
    const looks = drift.some(({ kind }) => kind === 'edited-in-ledger') ? [compareWith(facts.invoice)] : []
    return {
      status: 'exported',
      reasons: [...stands, ...reasons],
      fixes: [...fixes, ...looks, ...open(bill)],
    }
  }
  if (now === record.accepted) {
    return { status: 'exported', reasons: [{ kind: 'difference-accepted' }, ...stands], fixes: open(bill) }
  }
  return edited({ ...facts, corrections }, bill, stands)
}

/** The bill stands without the file that came with the invoice: told, and tried again alone. */
function fileLeftOut(
  invoice: Invoice,
  { file }: Extract<Export, { state: 'posted' }>,
): Pick<Assessment, 'reasons' | 'fixes'> {
  if (file?.state !== 'refused') return { reasons: [], fixes: [] }
  const { name, failure } = file
  return {
    reasons: [{ kind: 'file-refused', name, failure }],
    fixes: [{ kind: 'retry-file', invoiceId: invoice.id }],
  }
}

/** Exported before the outlet was switched over: green as on the page, until the ledger has been asked. */
function exportedByFoodrazor(invoice: Invoice): Assessment {
  const unread = freshDetail(invoice) === null
  return {
    status: 'exported',
    reasons: [{ kind: 'page-says', cloud: 'exported' }, { kind: 'not-linked-yet' }],
    fixes: unread ? [{ kind: 'read-invoice', invoiceId: invoice.id }] : [],
  }
}

/** The invoice was edited after it was exported: what follows depends on the bill's real state. */
function edited(facts: Facts, bill: Bill, stands: Reason[]): Assessment {
  const { invoice, outlet } = facts
  const reason: Reason = { kind: 'edited-since', billState: bill.state }
  switch (bill.state) {
    case 'draft':
      // What an accountant changed on the draft is not written over unasked.
      if (stands.some(({ kind }) => kind === 'edited-in-ledger')) {
        const both: Reason = { kind: 'edited-both', ledger: outlet.connection?.ledger ?? null }
        return {
          status: 'exported',
          reasons: [both, ...stands],
          fixes: [resyncFix(invoice, bill), compareWith(invoice), ...open(bill)],
        }
      }
      return { status: 'exporting', reasons: [reason, ...stands], fixes: open(bill) }
    case 'submitted':
    case 'open':
      return {
        status: 'exported',
        reasons: [reason, ...stands],
        fixes: [resyncFix(invoice, bill), compareWith(invoice), ...open(bill)],
      }
    default:
      return invalidModification(facts, bill)
  }
}

/** Red: the bill can no longer follow. Only what is safe for its state is offered. */
function invalidModification({ invoice, outlet, corrections = [] }: Facts, bill: Bill): Assessment {
  return {
    status: 'failed',
    reasons: [
      { kind: 'refused', failure: { code: 'invalid-modification', raw: '', billState: bill.state } },
      { kind: 'edited-since', billState: bill.state },
      ...besides(corrections),
    ],
    fixes: isGone(bill)
      ? [unlinkFix(invoice, bill)]
      : [
          ...differenceFix({ invoice, outlet, bill, corrections }),
          compareWith(invoice),
          ...open(bill),
          { kind: 'accept-as-is', invoiceId: invoice.id },
        ],
  }
}

/** The bills of their own that say what the invoice says beyond its bill. */
function besides(corrections: readonly Bill[] = []): Reason[] {
  return corrections.length > 0 ? [{ kind: 'corrected', corrections: [...corrections] }] : []
}

function compareWith({ id }: Invoice): Fix {
  return { kind: 'compare', invoiceId: id }
}

function refused(facts: Facts, record: Export & { state: 'refused' }): Assessment {
  const { invoice, outlet, mapping, lists } = facts
  const { bill, failure } = record
  const now = contentNow(invoice)
  if (bill !== null && now !== null && now === record.billContent) {
    return { status: 'exported', reasons: [{ kind: 'bill-stands', bill, linked: false }], fixes: open(bill) }
  }
  if ((failure.code === 'invalid-modification' || failure.code === 'bill-changed') && bill !== null) {
    const state = failure.billState ?? bill.state
    const assessment = invalidModification(facts, { ...bill, state })
    return { ...assessment, reasons: [{ kind: 'refused', failure }, ...assessment.reasons.slice(1)] }
  }
  const fixes = failureFixes({ failure, invoice, outlet, mapping, lists, bill })
  const both: Reason[] = failure.alike?.length
    ? [{ kind: 'likely-duplicate', like: likeBills(invoice, failure.alike) }]
    : []
  return { status: 'failed', reasons: [{ kind: 'refused', failure }, ...both], fixes }
}

/** Something is missing, where the mode or the ledger needs it. */
function gaps({ invoice, outlet, mapping }: Facts): Assessment | undefined {
  const needed = needsMapping(outlet)
  const anyway: Fix[] = needed === 'shown' ? [{ kind: 'export', invoiceId: invoice.id }] : []
  if (needed === 'no') return undefined
  const found = gapsOf(invoice, mapping)
  if (found === null) {
    if (invoice.cloud !== 'missing-product-group') return undefined
    return {
      status: 'missing-product-group',
      reasons: [{ kind: 'page-says', cloud: invoice.cloud }, { kind: 'lines-unread' }],
      fixes: [{ kind: 'read-invoice', invoiceId: invoice.id }],
    }
  }
  if (found.products.length > 0) {
    const reasons: Reason[] = [{ kind: 'products-without-group', products: found.products }]
    if (found.groups.length > 0) reasons.push({ kind: 'groups-without-account', groups: found.groups })
    const fixes = [...assignFix(outlet, found), ...mapFix(outlet, found), ...anyway]
    return { status: 'missing-product-group', reasons, fixes }
  }
  if (found.groups.length > 0) {
    return {
      status: 'missing-account',
      reasons: [{ kind: 'groups-without-account', groups: found.groups }],
      fixes: [...mapFix(outlet, found), ...anyway],
    }
  }
  return undefined
}

function assignFix(outlet: Outlet, found: Gaps | null): Fix[] {
  if (found === null || found.products.length === 0) return []
  return [{ kind: 'assign-group', outletId: outlet.id, products: found.products }]
}

function mapFix(outlet: Outlet, found: Gaps): Fix[] {
  return found.groups.length > 0 ? [{ kind: 'map-account', outletId: outlet.id, groups: found.groups }] : []
}

function open(bill: Bill): Fix[] {
  return bill.url === '' ? [] : [{ kind: 'open-bill', url: bill.url }]
}

/** The hash of what the invoice says now; null where its lines are not known. */
function contentNow(invoice: Invoice): ContentHash | null {
  return freshDetail(invoice) === null ? null : invoiceContent(invoice)
}
