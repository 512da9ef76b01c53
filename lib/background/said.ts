import type { Outcome } from '#lib/messages.ts'
import { say, sayCount } from '#lib/words/say.ts'
import type { SentInvoices } from './send-invoices.ts'

/** What a click on an export did, in words: also what did not go, and why. */
export function saidOf(sent: SentInvoices): Outcome {
  const parts = [
    sent.queued > 0 ? sayCount('said.exporting', sent.queued) : '',
    sent.linked > 0 ? sayCount('said.linked', sent.linked) : '',
    sent.reading > 0 ? sayCount('said.read-first', sent.reading) : '',
    sent.refused > 0 ? sayCount('said.not-sent', sent.refused) : '',
    sent.unreadable > 0 ? sayCount('said.open-page', sent.unreadable) : '',
  ]
  const said = parts.filter(Boolean).join(' ')
  const went = sent.queued + sent.linked + sent.reading > 0
  if (!went && said !== '') return { ok: false, problem: said }
  return { ok: true, said: said === '' ? say('said.nothing-to-send') : said }
}
