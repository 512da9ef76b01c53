import type { Outcome } from '#lib/messages.ts'
import { count } from './count.ts'
import type { SentInvoices } from './send-invoices.ts'

/** What a click on an export did, in words: also what did not go, and why. */
export function saidOf(sent: SentInvoices): Outcome {
  const parts = [
    sent.queued > 0 ? `Exporting ${count(sent.queued, 'invoice')}.` : '',
    sent.linked > 0
      ? `${count(sent.linked, 'bill')} stood already and ${sent.linked === 1 ? 'was' : 'were'} linked.`
      : '',
    sent.reading > 0
      ? `${count(sent.reading, 'invoice')} ${sent.reading === 1 ? 'is' : 'are'} read first.`
      : '',
    sent.refused > 0 ? `${count(sent.refused, 'invoice')} could not be sent; each says why.` : '',
    sent.unreadable > 0
      ? `${count(sent.unreadable, 'invoice')} must be read first: open Foodrazor’s Invoices page.`
      : '',
  ]
  const said = parts.filter(Boolean).join(' ')
  const went = sent.queued + sent.linked + sent.reading > 0
  if (!went && said !== '') return { ok: false, problem: said }
  return { ok: true, said: said === '' ? 'There is nothing to send.' : said }
}
