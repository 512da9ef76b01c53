import type { Facts } from './assess.ts'
import type { Assessment, Reason } from './assessment.ts'
import { buildBill } from './build-bill.ts'
import type { Failure } from './failure.ts'
import { failureFixes } from './failure-fixes.ts'
import type { Fix } from './fix.ts'
import { freshDetail } from './invoice.ts'
import type { LedgerLists } from './ledger-lists.ts'
import { type Likeness, likeInvoices } from './likeness.ts'
import { type PreFlight, preFlight } from './pre-flight.ts'

/**
 * Nothing is missing and nothing was sent: to be exported, unless the ledger's lists tell already that it
 * would be refused. What only speaks against it is told as well, and leaves it exportable.
 */
export function ready(facts: Facts): Assessment {
  const { invoice, outlet, lists, twins = [] } = facts
  if (outlet.connection === null) {
    return {
      status: 'ready',
      reasons: [{ kind: 'not-connected' }],
      fixes: [{ kind: 'connect', outletId: outlet.id }],
    }
  }
  const unread = freshDetail(invoice) === null
  const byItself = outlet.mode === 'manual' ? 'by-hand' : 'by-itself'
  const nothing: Reason = unread ? { kind: 'lines-unread' } : { kind: 'nothing-missing', mode: byItself }
  const judged = lists === undefined ? null : beforehand(facts, lists)
  const like = twins.length > 0 ? likeInvoices(invoice, twins) : null
  const warnings: Reason[] = [
    // Told before anything is sent: QuickBooks has no drafts (facts/qbo.md, Bill).
    ...(outlet.connection.ledger === 'quickbooks' ? [{ kind: 'posts-at-once' as const }] : []),
    ...(like ? [{ kind: 'likely-duplicate' as const, like }] : []),
    ...(judged?.warned ?? []).map<Reason>(failure => ({ kind: 'may-not-approve', failure })),
    ...(judged?.fileTooLarge ? [{ kind: 'file-too-large' as const, ...judged.fileTooLarge }] : []),
    ...(judged?.shortenedTo ? [{ kind: 'number-shortened' as const, to: judged.shortenedTo }] : []),
  ]
  if (judged && judged.refused.length > 0) {
    return {
      status: 'ready',
      reasons: [...judged.refused.map<Reason>(failure => ({ kind: 'would-fail', failure })), ...warnings],
      fixes: once(judged.refused.flatMap(failure => fixesOf(facts, failure))),
    }
  }
  const doubtful = like !== null || (judged?.warned.length ?? 0) > 0
  return {
    status: 'ready',
    reasons: [nothing, ...warnings],
    fixes: [
      doubtful
        ? { kind: 'export-anyway', invoiceId: invoice.id, despite: [] }
        : { kind: 'export', invoiceId: invoice.id },
      ...once((judged?.warned ?? []).flatMap(failure => fixesOf(facts, failure))),
      ...(like ? showFixes(like) : []),
    ],
  }
}

/** Whether an assessment says that the ledger would refuse the invoice as it is. */
export function wouldFail({ reasons }: Assessment): boolean {
  return reasons[0]?.kind === 'would-fail'
}

/** What pre-flight says; a bill that cannot even be built would fail for that very reason. */
function beforehand({ invoice, outlet, mapping }: Facts, lists: LedgerLists): PreFlight {
  const built = freshDetail(invoice) === null ? null : buildBill({ invoice, outlet, mapping, lists })
  const contactId = mapping.contactOf(invoice.supplier.id) ?? null
  const judged = preFlight({ bill: built?.ok ? built.bill : null, invoice, outlet, lists, contactId })
  return built && !built.ok ? { ...judged, refused: [built.failure, ...judged.refused] } : judged
}

function fixesOf({ invoice, outlet, mapping, lists }: Facts, failure: Failure): Fix[] {
  return failureFixes({ failure, invoice, outlet, mapping, lists, bill: null, beforehand: true })
}

function showFixes({ others }: Likeness): Fix[] {
  return others.flatMap<Fix>(other =>
    other.is === 'invoice' ? [{ kind: 'show-invoice', invoiceId: other.id, number: other.number }] : [],
  )
}

/** Several failures may have a fix in common. */
function once(fixes: readonly Fix[]): Fix[] {
  return [...new Map(fixes.map(fix => [JSON.stringify(fix), fix])).values()]
}
