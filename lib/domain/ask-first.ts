import type { BillState } from './bill.ts'
import type { BillBrief, Fix } from './fix.ts'
import { equals, formatMoney, isNegative, type Money, negate } from './money.ts'

/**
 * What a person is told before a fix that is not easily taken back: which bill, how it stands, and what will
 * happen. Null for a fix that may act at once.
 */
export function askFirst(fix: Fix): string | null {
  switch (fix.kind) {
    case 'confirm-resync':
      return `${standing(fix.bill)}. ${updated(fix.bill, fix.total)}`
    case 'send-difference':
      return `${standing(fix.bill)} and stays as it is. ${besides(fix)}`
    case 'unlink':
      return `${standing(fix.bill)}${fix.bill.state === 'missing' ? '' : ' and stays as it is'}. ${madeAnew(fix.bill)}`
    default:
      return null
  }
}

const states: Record<BillState, string> = {
  draft: 'is a draft in the ledger',
  submitted: 'awaits approval in the ledger',
  open: 'is posted in the ledger and unpaid',
  approved: 'is approved in the ledger',
  paid: 'is paid in the ledger',
  voided: 'was voided in the ledger',
  deleted: 'was deleted in the ledger',
  missing: 'is no longer in the ledger',
}

/** A bill may stand without a number: drafts of some ledgers do. */
function standing({ number, state, total, currency }: BillBrief): string {
  const named = number === '' ? 'The bill' : `Bill ${number}`
  return `${named} of ${formatMoney(total, currency)} ${states[state]}`
}

function updated({ state, total, currency }: BillBrief, becomes: Money): string {
  const sum = equals(total, becomes) ? 'keeps its total' : `then comes to ${formatMoney(becomes, currency)}`
  return `It takes over what the invoice says now and ${sum}. ${afterwards(state)}`
}

function besides({ bill, difference, ledger }: Extract<Fix, { kind: 'send-difference' }>): string {
  const credit = isNegative(difference)
  const sum = formatMoney(credit ? negate(difference) : difference, bill.currency)
  if (ledger === 'quickbooks')
    return `${credit ? 'A vendor credit' : 'A bill'} of ${sum} is posted beside it, and the books change at once.`
  return `A draft ${credit ? 'credit note' : 'bill'} of ${sum} is made beside it, to be approved like any other.`
}

function afterwards(state: BillState): string {
  if (state === 'open') return 'The books change at once.'
  return state === 'draft'
    ? 'What was changed on the draft there is replaced.'
    : 'It becomes a draft again and must be submitted for approval anew.'
}

function madeAnew({ state }: BillBrief): string {
  const twice = state === 'missing' ? ' Should the old one turn up again, there would be two.' : ''
  return `Unlinking makes a new bill from what the invoice says now.${twice}`
}
