import type { BillBrief, Fix } from './fix.ts'
import { formatMoney } from './format-money.ts'
import { localeOf } from './locale-of.ts'
import { equals, isNegative, type Money, negate } from './money.ts'
import type { Say } from './say.ts'

/**
 * What a person is told before a fix that is not easily taken back: which bill, how it stands, and what will
 * happen. Null for a fix that may act at once.
 */
export function askFirst(fix: Fix, say: Say): string | null {
  switch (fix.kind) {
    case 'confirm-resync':
      return `${say('ask.now', { bill: standing(fix.bill, say) })} ${updated(fix.bill, fix.total, say)}`
    case 'send-difference':
      return `${say('ask.stays', { bill: standing(fix.bill, say) })} ${beside(fix, say)}`
    case 'unlink':
      return fix.bill.state === 'missing'
        ? `${say('ask.now', { bill: standing(fix.bill, say) })} ${say('ask.anew')} ${say('ask.twice')}`
        : `${say('ask.stays', { bill: standing(fix.bill, say) })} ${say('ask.anew')}`
    default:
      return null
  }
}

/** A bill may stand without a number: drafts of some ledgers do. */
function standing({ number, state, total, currency }: BillBrief, say: Say): string {
  const known = { total: formatMoney(total, currency, localeOf(say)), stands: say(`ask.stands.${state}`) }
  return number === '' ? say('ask.unnumbered', known) : say('ask.numbered', { ...known, number })
}

function updated({ state, total, currency }: BillBrief, becomes: Money, say: Say): string {
  const sum = equals(total, becomes)
    ? say('ask.update.same-total')
    : say('ask.update.other-total', { total: formatMoney(becomes, currency, localeOf(say)) })
  const afterwards = state === 'open' || state === 'draft' ? state : 'submitted'
  return `${sum} ${say(`ask.update.${afterwards}`)}`
}

function beside({ bill, difference, ledger }: Extract<Fix, { kind: 'send-difference' }>, say: Say): string {
  const credit = isNegative(difference)
  const sum = formatMoney(credit ? negate(difference) : difference, bill.currency, localeOf(say))
  const made = credit ? 'credit' : 'bill'
  return say(`ask.beside.${ledger === 'quickbooks' ? 'quickbooks' : 'xero'}-${made}`, { sum })
}
