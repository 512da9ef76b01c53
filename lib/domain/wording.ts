import { askFirst } from './ask-first.ts'
import type { Assessment, Reason } from './assessment.ts'
import type { Bill, BillState } from './bill.ts'
import { MOST_FILE_BYTES } from './bill-file.ts'
import { behindLockWords, editedBothWords, editedInLedgerWords } from './drift-words.ts'
import { failureWords, wouldBeRefused } from './failures/words.ts'
import type { Fix } from './fix.ts'
import { fixLabel, isPrimary } from './fix-label.ts'
import { formatMoney } from './format-money.ts'
import type { CloudStatus } from './invoice.ts'
import type { Likeness } from './likeness.ts'
import { localeOf } from './locale-of.ts'
import { megabytes } from './megabytes.ts'
import type { Say } from './say.ts'
import { shownOtherwiseWords } from './shown-otherwise-words.ts'

/** An assessment in words, ready to be shown as text; the shape of AssessmentWords in lib/messages.ts. */
export interface Words {
  status: string
  headline: string
  says: string[]
  raw: string | null
  fixes: { fix: Fix; label: string; primary: boolean; asks: string | null; note: string | null }[]
}

/** Puts an assessment into words that a chef understands. The first reason is the headline. */
export function inWords(assessment: Assessment, say: Say): Words {
  const [first, ...rest] = assessment.reasons.map(reason => sentences(reason, say))
  const refused = assessment.reasons.find(isFailure)
  const lead = assessment.fixes.find(isPrimary)
  return {
    status: say(`status.${assessment.status}`),
    headline: first?.[0] ?? '',
    says: [...(first?.slice(1) ?? []), ...rest.flat()],
    raw: refused?.failure.raw || null,
    fixes: assessment.fixes.map(fix => ({
      fix,
      label: fixLabel(fix, say),
      primary: fix === lead,
      asks: askFirst(fix, say),
      note: fix.kind === 'hand-off' ? failureWords(fix.code, say).says : null,
    })),
  }
}

/** One reason as sentences, the most telling first. */
function sentences(reason: Reason, say: Say): string[] {
  switch (reason.kind) {
    case 'not-completed':
      return [say('reason.not-completed'), say('reason.once-completed')]
    case 'page-says':
      return cloudWords(reason.cloud, say)
    case 'lines-unread':
      return [say('reason.lines-unread')]
    case 'products-without-group':
      return [
        named('products', reason.products, say),
        reason.products.length === 1 ? say('reason.assign-one') : say('reason.assign-each'),
      ]
    case 'groups-without-account':
      return [
        named('groups', reason.groups, say),
        reason.groups.length === 1 ? say('reason.map-one') : say('reason.map-each'),
      ]
    case 'account-gap-unknown':
      return [say('reason.account-gap-unknown'), say('reason.map-in-foodrazor')]
    case 'nothing-missing':
      return reason.mode === 'by-itself' ? [say('reason.exports-by-itself')] : [say('reason.waits-for-click')]
    case 'not-connected':
      return [say('reason.not-connected'), say('reason.connect-once')]
    case 'posts-at-once':
      return [say('reason.posts-at-once')]
    case 'queued':
      return [say('reason.queued')]
    case 'sent':
      return [say('reason.sent')]
    case 'checking':
      return [say('reason.checking'), say('reason.nothing-twice')]
    case 'waiting':
      return [say(`reason.waiting.${reason.why}`)]
    case 'bill-stands':
      return [
        reason.linked
          ? say('reason.bill-linked', { stands: say(`bill.${reason.bill.state}`) })
          : say('reason.bill-stands', { stands: say(`bill.${reason.bill.state}`) }),
      ]
    case 'not-linked-yet':
      return [say('reason.not-linked-yet')]
    case 'edited-since':
      return editedWords(reason.billState, say)
    case 'difference-accepted':
      return [say('reason.difference-accepted')]
    case 'edited-in-ledger':
      return editedInLedgerWords(reason.ledger, reason.edits, say)
    case 'edited-both':
      return editedBothWords(reason.ledger, say)
    case 'corrected':
      return reason.corrections.map(bill => correctionWords(bill, say))
    case 'behind-lock-date':
      return behindLockWords(reason.ledger, reason.lockedUntil, say)
    case 'bill-gone':
      return [
        reason.billState === 'missing'
          ? say('reason.bill-missing')
          : say('reason.bill-was', { stands: say(`bill.${reason.billState}`) }),
        say('reason.unlink'),
      ]
    case 'file-refused': {
      const { title, says } = failureWords(reason.failure.code, say)
      return [`${title}: ${reason.name}.`, says]
    }
    case 'would-fail': {
      const { title, says } = failureWords(reason.failure.code, say)
      return [`${wouldBeRefused(title, say)}.`, says]
    }
    case 'may-not-approve':
      return [say('reason.may-not-approve'), say('reason.change-date')]
    case 'file-too-large':
      return [
        say('reason.file-too-large', {
          name: reason.name,
          size: megabytes(reason.bytes),
          most: megabytes(MOST_FILE_BYTES),
        }),
      ]
    case 'number-shortened':
      return [say('reason.number-shortened', { count: reason.to })]
    case 'likely-duplicate':
      return likenessWords(reason.like, say)
    case 'shown-otherwise':
      return shownOtherwiseWords(reason, say)
    case 'refused': {
      const { title, says } = failureWords(reason.failure.code, say)
      const state = reason.failure.billState
      const known = state === null ? [] : [say('reason.bill-now', { stands: say(`bill.${state}`) })]
      return [`${title}.`, says, ...known]
    }
  }
}

function correctionWords({ number, total, currency, state, kind }: Bill, say: Say): string {
  const sum = formatMoney(total, currency, localeOf(say))
  return say(`reason.corrected-${kind}`, { number, sum, stands: say(`bill.${state}`) })
}

function editedWords(state: BillState, say: Say): string[] {
  switch (state) {
    case 'draft':
      return [say('reason.edited-draft')]
    case 'submitted':
      return [say('reason.edited-submitted'), say('reason.edited-submitted-asks')]
    case 'open':
      return [say('reason.edited-open'), say('reason.edited-open-asks')]
    default:
      return [say('reason.edited')]
  }
}

/** Both, so that a person can compare them. */
function likenessWords({ invoice, others }: Likeness, say: Say): string[] {
  const ofInvoices = others.some(other => other.is === 'invoice')
  return [
    ...(ofInvoices ? [say('reason.likely-duplicate')] : []),
    say('reason.like.this', { look: lookWords(invoice, say) }),
    ...others.map(other => {
      const look = lookWords(other, say)
      if (other.is === 'bill') return say('reason.like.bill', { look })
      return other.inBooks ? say('reason.like.in-books', { look }) : say('reason.like.another', { look })
    }),
  ]
}

function lookWords({ number, supplier, date, total, currency }: Likeness['invoice'], say: Say): string {
  // A day of a calendar is no moment: it is shown as it is, in no one's time zone.
  const format = new Intl.DateTimeFormat(localeOf(say), { dateStyle: 'medium', timeZone: 'UTC' })
  const day = date === null ? [] : [format.format(new Date(`${date}T00:00:00Z`))]
  return [
    number || say('reason.like.no-number'),
    supplier,
    ...day,
    formatMoney(total, currency, localeOf(say)),
  ].join(', ')
}

function isFailure(reason: Reason): reason is Extract<Reason, { failure: unknown }> {
  return 'failure' in reason
}

/** The things by their names, `“Romaine” and “Butter” have no product group.`: two of them, then how many more. */
function named(what: 'products' | 'groups', things: readonly { name: string }[], say: Say): string {
  const [first = '', second, ...rest] = things.map(thing => thing.name)
  if (second === undefined) return say(`reason.${what}.one`, { first })
  if (rest.length === 0) return say(`reason.${what}.two`, { first, second })
  return say(`reason.${what}.many`, { first, second, more: rest.length })
}

/** The article's own meaning of each cloud (facts/foodrazor.md), for when nothing more is known. */
function cloudWords(cloud: CloudStatus, say: Say): string[] {
  return cloud === 'none'
    ? [say('reason.cloud.none')]
    : [say(`reason.cloud.${cloud}`), say(`reason.cloud.${cloud}-more`)]
}
