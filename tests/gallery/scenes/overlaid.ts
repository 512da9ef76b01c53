import type { Status } from '#lib/domain/assessment.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import { createBar } from '#lib/overlay/bar.ts'
import { createBarList } from '#lib/overlay/bar-list.ts'
import { createLayer } from '#lib/overlay/layer.ts'
import type { Mark } from '#lib/overlay/mark.ts'
import { createMarks } from '#lib/overlay/marks.ts'
import { money } from '#lib/words/formats.ts'
import { say } from '#lib/words/say.ts'
import type { Answers } from '../stand-in.tsx'
import { clouds } from './clouds.ts'

/** The window that shows the page with the overlay. */
export const pageWindow = { width: 1000, height: 760 }

/** The worker as the overlay asks it; *Done.* where nothing is said. */
function answering(answers: Answers): Ask {
  return async (name, data) => {
    const answer = answers[name] as ((data: unknown) => unknown) | undefined
    return (answer ? await answer(data) : { ok: true, said: 'Done.' }) as never
  }
}

/** A page of the host with one row for each cloud, marked, and one that is not recognised; and what lies over it. */
export function overlaid(root: HTMLElement, answers: Answers = {}) {
  const ask = answering(answers)
  const invoices: (AssessedInvoice | null)[] = [...clouds.values(), null]
  root.innerHTML = pageOf(invoices)
  const layer = createLayer()
  const marks = createMarks({ scheme: () => 'light', onGivenUp: () => undefined })
  for (const [at, row] of [...root.querySelectorAll('tbody tr')].entries()) {
    const invoice = invoices[at] ?? null
    const cell = row.lastElementChild
    const control = cell?.querySelector('button') ?? null
    if (!cell) continue
    const [status, headline] = invoice
      ? ([invoice.status, invoice.words.headline] as const)
      : (['not-recognised', say('page.unmatched')] as const)
    const place = { cell, icon: control?.querySelector('svg') ?? null, control }
    marks.show(row, place, { status, headline, invoice })
  }
  marks.settle()
  marks.verify()
  const bar = createBar(layer, {
    ask,
    isHidden: false,
    open: () => undefined,
    stopReading: () => undefined,
    report: async () => ({ ok: true, said: null }),
    loadList: async act => createBarList(layer, act),
    changed: () => undefined,
  })
  const marked = (matches: (mark: Mark) => boolean): Mark => {
    const mark = [...marks.all()].find(matches)
    if (!mark) throw new Error('The page has no such cloud')
    return mark
  }
  return {
    ask,
    layer,
    bar,
    grid: root.querySelector('table'),
    /** The mark of a cloud by its name in `clouds`. */
    markOf: (name: string) => marked(({ content }) => content.invoice?.id === clouds.get(name)?.id),
    unrecognised: () => marked(({ content }) => content.status === ('not-recognised' satisfies Status)),
  }
}

function pageOf(invoices: readonly (AssessedInvoice | null)[]): string {
  const cloud = '<button type="button" aria-label="Cloud"><svg width="24" height="24"></svg></button>'
  const rows = invoices.map(
    invoice => `<tr style="height:44px"><td>${invoice?.number ?? '?'}</td><td>${invoice?.supplier ?? ''}</td>
      <td>${invoice ? money(invoice.total, invoice.currency) : ''}</td><td>${cloud}</td></tr>`,
  )
  return `<main style="font: 14px sans-serif; padding: 90px 24px"><h1>Invoices</h1><table style="width:100%"><thead><tr>
    <th>Invoice No.</th><th>Supplier</th><th>Total</th><th style="width:140px">Export Status</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table></main>`
}
