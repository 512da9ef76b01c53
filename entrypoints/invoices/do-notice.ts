import type { InvoiceId } from '#lib/domain/ids.ts'
import type { Notices } from '#lib/messages.ts'
import type { RowRead } from '#lib/page/row.ts'
import { say } from '#lib/words/say.ts'
import type { NoticeHandlers } from './notices.ts'
import { makePageRequests } from './page-requests.ts'
import { pressControl } from './press-control.ts'

/** Presses the page's own control of an invoice. */
export async function press(
  { invoiceId, number, action }: Notices['press-control'],
  handlers: NoticeHandlers,
): Promise<void> {
  const control = (await rowOf(invoiceId, number, handlers))?.control
  if (control) pressControl(control, action)
  else handlers.say(say('page.not-listed-to-press'), true)
}

/** Brings an invoice's row into sight. */
export async function showInvoice(
  { invoiceId, number }: Notices['show-invoice'],
  handlers: NoticeHandlers,
): Promise<void> {
  const read = await rowOf(invoiceId, number, handlers)
  if (!read) return handlers.say(say('page.not-listed'), true)
  read.cell.scrollIntoView({ block: 'nearest' })
  handlers.focus(invoiceId)
}

/** Makes requests in the page's session; what they answer is told like all that the page loads. */
export async function request(
  { requests }: Notices['page-requests'],
  signal: AbortSignal,
  handlers: NoticeHandlers,
): Promise<void> {
  const { answers, problem } = await makePageRequests(requests, signal)
  if (problem !== null) handlers.say(problem, true)
  if (answers.length > 0) {
    await handlers.report(answers).catch(() => handlers.say(say('page.answer-not-taken'), true))
  }
}

/** The row of an invoice, read for this if it was never in sight. */
async function rowOf(id: InvoiceId, number: string, handlers: NoticeHandlers): Promise<RowRead | undefined> {
  const there = handlers.rowOf(id)
  if (there?.row.isConnected || number === '') return there
  await handlers.seek(number)
  return handlers.rowOf(id)
}
