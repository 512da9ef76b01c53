import type { Status } from '#lib/domain/assessment.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import { money } from '#lib/words/formats.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { button, element, foreign } from './element.ts'
import { crossIcon } from './icons.ts'
import { close, type Layer, open, popover } from './layer.ts'
import { listStyles } from './list-styles.ts'
import { placeNear } from './near.ts'

/** The invoices behind a count of the bar. */
export interface BarList {
  readonly status: Status | null
  show(status: Status, invoices: readonly AssessedInvoice[], count: number, under: DOMRect): void
  hide(): void
}

export interface BarListActions {
  open(invoice: AssessedInvoice, entry: HTMLElement): void
  /** The button that shows all that was counted, however many. */
  all(status: Status): HTMLElement
  closed(): void
}

export function createBarList(layer: Layer, act: BarListActions): BarList {
  layer.style(listStyles)
  const piece = popover({ class: 'panel list', role: 'region' })
  layer.append(piece)
  let status: Status | null = null

  function hide(): void {
    if (status === null) return
    status = null
    close(piece)
    act.closed()
  }
  return {
    get status() {
      return status
    },
    show(next, invoices, count, under) {
      status = next
      const words = say(`status.${next}`)
      piece.setAttribute('aria-label', words)
      const more = count - invoices.length
      piece.replaceChildren(
        element(
          'div',
          { class: 'title' },
          words,
          button(crossIcon(), hide, { class: 'close', 'aria-label': say('overlay.close') }),
        ),
        element('ul', {}, ...invoices.map(invoice => element('li', {}, entry(invoice, act.open)))),
        ...(more > 0 ? [foot(sayCount('overlay.more-listed', more), act.all(next))] : []),
      )
      open(piece)
      placeNear(piece, under)
    },
    hide,
  }
}

function entry(invoice: AssessedInvoice, act: (invoice: AssessedInvoice, entry: HTMLElement) => void) {
  const made = button(foreign(invoice.number), () => act(invoice, made), {
    class: 'entry',
    title: invoice.words.headline,
  })
  made.append(
    foreign(invoice.supplier, { class: 'faint' }),
    element('span', { class: 'number' }, money(invoice.total, invoice.currency)),
  )
  return made
}

/** Stays in sight while the list is scrolled. */
function foot(words: string, all: HTMLElement): HTMLElement {
  return element('div', { class: 'foot' }, element('p', { class: 'faint' }, words), all)
}
