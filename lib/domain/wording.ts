import { askFirst } from './ask-first.ts'
import type { Assessment, Reason } from './assessment.ts'
import type { Bill, BillState } from './bill.ts'
import { behindLockWords, editedBothWords, editedInLedgerWords } from './drift-words.ts'
import { failureEntry } from './failures/catalogue.ts'
import type { Fix } from './fix.ts'
import { fixLabel, isPrimary } from './fix-label.ts'
import type { CloudStatus } from './invoice.ts'
import type { Likeness } from './likeness.ts'
import { formatMoney } from './money.ts'
import type { Say } from './say.ts'

/** An assessment in words, ready to be shown as text; the shape of AssessmentWords in lib/messages.ts. */
export interface Words {
  status: string
  headline: string
  says: string[]
  raw: string | null
  fixes: { fix: Fix; label: string; primary: boolean; asks: string | null }[]
}

/** Puts an assessment into words that a chef understands. The first reason is the headline. */
export function inWords(assessment: Assessment, say: Say): Words {
  const [first, ...rest] = assessment.reasons.map(sentences)
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
    })),
  }
}

const billWords: Record<BillState, string> = {
  draft: 'a draft',
  submitted: 'awaiting approval',
  open: 'posted as an open bill',
  approved: 'approved',
  paid: 'paid',
  voided: 'voided',
  deleted: 'deleted',
  missing: 'no longer there',
}

/** The article's own meaning of each cloud (facts/foodrazor.md), for when nothing more is known. */
const cloudWords: Record<CloudStatus, string[]> = {
  ready: [
    'Nothing is missing: this invoice can be exported.',
    'Click its cloud to export it, or use Export All.',
  ],
  exported: [
    'It stands in the books as a draft bill.',
    'The invoice’s Order/Invoice tab names the bill under Linked Platforms.',
  ],
  'missing-product-group': [
    'Some of its products have no product group.',
    'Once all of them are assigned, it exports by itself.',
  ],
  failed: ['Something went wrong on the way to the books.', 'Its error details name the cause.'],
  none: ['The page shows no cloud for this invoice.'],
  unknown: [
    'The cloud of this invoice could not be read with certainty.',
    'A report from the bar helps us to learn it.',
  ],
}

const waitingWords = {
  'rate-limit': 'The ledger asked us to slow down; it goes on by itself.',
  'server-unreachable': 'Our server cannot be reached; it goes on by itself once it can.',
  reconnect: 'The connection to the ledger has ended; it goes on by itself after reconnecting.',
  'sign-in': 'You are signed out; it goes on by itself after signing in.',
} as const

/** One reason as sentences, the most telling first. */
function sentences(reason: Reason): string[] {
  switch (reason.kind) {
    case 'not-completed':
      return ['The order is not completed yet.', 'It can be exported once it is.']
    case 'page-says':
      return cloudWords[reason.cloud]
    case 'lines-unread':
      return ['Its lines have not been read yet; reading them tells which products it holds.']
    case 'products-without-group':
      return [
        `${named(reason.products)} no product group.`,
        reason.products.length === 1
          ? 'Assign one, and this invoice can be exported.'
          : 'Assign a group to each, and this invoice can be exported.',
      ]
    case 'groups-without-account':
      return [
        `${named(reason.groups)} no account.`,
        `Map ${reason.groups.length === 1 ? 'the group' : 'each group'} to an account, and this invoice can be exported.`,
      ]
    case 'account-gap-unknown':
      return [
        'All its products have a group, so one of the groups has no account in Foodrazor’s integration.',
        'Map it under Group Settings → Outlets → Integrations.',
      ]
    case 'nothing-missing':
      return reason.mode === 'by-itself'
        ? ['Nothing is missing: it exports by itself.']
        : ['Nothing is missing: it waits for your click.']
    case 'not-connected':
      return [
        'The outlet is not connected to a ledger yet.',
        'Connect it once, and its invoices can be exported.',
      ]
    case 'posts-at-once':
      return ['QuickBooks has no draft bills: it is posted at once, as an open bill.']
    case 'queued':
      return ['It waits for its turn to be sent.']
    case 'sent':
      return ['It is on its way to the ledger.']
    case 'checking':
      return [
        'The ledger’s answer was lost, so we are looking whether the bill stands.',
        'Nothing is sent a second time before that is known.',
      ]
    case 'waiting':
      return [waitingWords[reason.why]]
    case 'bill-stands':
      return [
        reason.linked
          ? `A bill with this number and total stood in the ledger already and was linked; it is ${billWords[reason.bill.state]}.`
          : `Its bill in the ledger is ${billWords[reason.bill.state]}.`,
      ]
    case 'not-linked-yet':
      return ['Foodrazor exported it before; its bill is looked up before anything is sent again.']
    case 'edited-since':
      return editedWords(reason.billState)
    case 'difference-accepted':
      return ['The invoice was edited after its export, and the difference was accepted.']
    case 'edited-in-ledger':
      return editedInLedgerWords(reason.ledger, reason.edits)
    case 'edited-both':
      return editedBothWords(reason.ledger)
    case 'corrected':
      return reason.corrections.map(correctionWords)
    case 'behind-lock-date':
      return behindLockWords(reason.ledger, reason.lockedUntil)
    case 'bill-gone':
      return [
        reason.billState === 'missing'
          ? 'Its bill is no longer in the ledger.'
          : `Its bill was ${reason.billState} in the ledger.`,
        'Unlink it to export the invoice anew.',
      ]
    case 'file-refused': {
      const { title, says } = failureEntry(reason.failure.code)
      return [`${title}: ${reason.name}.`, says]
    }
    case 'would-fail': {
      const { title, says } = failureEntry(reason.failure.code)
      return [`${wouldBeRefused(title)}.`, says]
    }
    case 'may-not-approve':
      return [
        'Its bill could stand as a draft only: the day of the invoice is locked in the ledger.',
        'Change its date, or ask your adviser to move the lock date; else nobody can approve the bill.',
      ]
    case 'number-shortened':
      return [
        `The ledger takes ${reason.to} characters of its number; the full one stands in the bill’s memo.`,
      ]
    case 'likely-duplicate':
      return likenessWords(reason.like)
    case 'refused': {
      const entry = failureEntry(reason.failure.code)
      const state = reason.failure.billState
      const known = state === null ? [] : [`The bill is ${billWords[state]} now.`]
      return [`${entry.title}.`, entry.says, ...known]
    }
  }
}

function correctionWords({ number, total, currency, state, kind }: Bill): string {
  const sum = formatMoney(total, currency)
  return `The difference is a ${kind} of its own, ${number} of ${sum}; it is ${billWords[state]}.`
}

function editedWords(state: BillState): string[] {
  switch (state) {
    case 'draft':
      return ['The invoice was edited; its bill is still a draft and follows by itself.']
    case 'submitted':
      return [
        'The invoice was edited while its bill awaits approval.',
        'Updating it takes the bill back out of the approval queue, so we ask first.',
      ]
    case 'open':
      return [
        'The invoice was edited, and its bill is posted in the books.',
        'Updating it changes the books at once, so we ask first.',
      ]
    default:
      return ['The invoice was edited after its export.']
  }
}

/** Both, so that a person can compare them. */
function likenessWords({ invoice, others }: Likeness): string[] {
  const ofInvoices = others.some(other => other.is === 'invoice')
  return [
    ...(ofInvoices
      ? ['It looks like one that is known already. Compare the two before it is exported.']
      : []),
    `This invoice: ${lookWords(invoice)}.`,
    ...others.map(other => {
      if (other.is === 'bill') return `Bill in the ledger: ${lookWords(other)}.`
      return `${other.inBooks ? 'Invoice in the books' : 'Other invoice'}: ${lookWords(other)}.`
    }),
  ]
}

function lookWords({ number, supplier, date, total, currency }: Likeness['invoice']): string {
  const day = date === null ? [] : [dayFormat.format(new Date(`${date}T00:00:00Z`))]
  return [number || 'without a number', supplier, ...day, formatMoney(total, currency)].join(', ')
}

/** A day of a calendar is no moment: it is shown as it is, in no one's time zone. */
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })

function isFailure(reason: Reason): reason is Extract<Reason, { failure: unknown }> {
  return 'failure' in reason
}

/** What a failure's title says of an invoice that was not sent yet. */
export function wouldBeRefused(title: string): string {
  return `It would be refused: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`
}

/** `1 product has no product group`, said of the things themselves: `“Romaine” and “Butter” have`. */
function named(things: readonly { name: string }[]): string {
  const [first = '', second, ...rest] = things.map(thing => `“${thing.name}”`)
  if (second === undefined) return `${first} has`
  if (rest.length === 0) return `${first} and ${second} have`
  return `${first}, ${second} and ${rest.length} more have`
}
