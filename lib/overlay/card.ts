import { statusShapes } from '#components/status-shapes.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import { money } from '#lib/words/formats.ts'
import { say } from '#lib/words/say.ts'
import { type Ask, createSaid } from './ask.ts'
import { cardFixes } from './card-fixes.ts'
import { cardStyles } from './card-styles.ts'
import { copy } from './copy.ts'
import { button, element, foreign } from './element.ts'
import { crossIcon, statusIcon } from './icons.ts'
import { close, type Layer, open, popover } from './layer.ts'
import { type MarkContent, shapeOf } from './mark.ts'
import { placeAside } from './near.ts'

/** Where a card was opened from, and what the focus goes back to. */
export interface Anchor {
  box(): DOMRect
  focus(): void
  expand(open: boolean): void
}

/** All there is to say and to do about one cloud: a dialog that leaves the page as it is. */
export interface Card {
  show(content: MarkContent, anchor: Anchor): void
  /** Gives the focus back where it came from, unless it has gone elsewhere meanwhile. */
  close(): void
  /** Leaves a question that is open in it unanswered; gives whether there was one. */
  cancel(): boolean
  /** Shows what an invoice says now, if it is the one that is shown. */
  refresh(invoice: AssessedInvoice): void
  readonly openOn: Anchor | undefined
}

const titleId = 'card-title'

export function createCard(layer: Layer, ask: Ask): Card {
  const piece = popover({
    class: 'panel card',
    role: 'dialog',
    'aria-modal': 'false',
    'aria-labelledby': titleId,
  })
  const title = element('h2', { id: titleId, tabindex: -1 })
  const about = element('div')
  const body = element('div', { class: 'body' })
  const said = createSaid(element('p'))
  let anchor: Anchor | undefined
  let shown: MarkContent | undefined
  /** What came to be shown while a button is held down: drawn anew under the hand, it would never be clicked. */
  let held: { next?: AssessedInvoice } | undefined

  piece.append(
    element(
      'header',
      {},
      element('div', {}, title, about),
      button(crossIcon(), () => hide(), { class: 'close', 'aria-label': say('overlay.close') }),
    ),
    body,
  )
  layer.style(cardStyles)
  layer.append(piece)
  // What it shows may grow: it stays by its mark, and inside the window.
  new ResizeObserver(() => anchor && placeAside(piece, anchor.box())).observe(piece)

  piece.addEventListener('pointerdown', () => {
    held ??= {}
    // The click comes right after the button is let go, and is heard first.
    const release = () => setTimeout(letGo)
    addEventListener('pointerup', release, { once: true, capture: true })
    addEventListener('pointercancel', release, { once: true, capture: true })
  })
  function letGo(): void {
    const next = held?.next
    held = undefined
    if (next) refresh(next)
  }

  function holdsFocus(): boolean {
    return piece.contains(layer.focused())
  }

  function hide(): void {
    if (!anchor) return
    const from = anchor
    const ours = holdsFocus()
    anchor = undefined
    shown = undefined
    close(piece)
    from.expand(false)
    if (ours || document.activeElement === document.body) from.focus()
  }

  function fill(content: MarkContent): void {
    const { status, headline, invoice } = content
    const { tone } = statusShapes[status]
    title.className = `text ${tone}`
    title.replaceChildren(statusIcon(shapeOf(content)), invoice?.words.status ?? say(`status.${status}`))
    about.replaceChildren(...(invoice ? [aboutInvoice(invoice)] : []))
    body.replaceChildren(
      element('p', { class: 'headline', dir: 'auto' }, headline),
      ...(invoice?.words.says ?? []).map(sentence => element('p', { dir: 'auto' }, sentence)),
    )
    if (invoice?.words.raw) body.append(rawWords(invoice.words.raw))
    if (invoice) body.append(cardFixes(invoice, ask, said))
    body.append(said.line)
  }

  function refresh(invoice: AssessedInvoice): void {
    if (!shown || shown.invoice?.id !== invoice.id) return
    if (held) {
      held.next = invoice
      return
    }
    if (JSON.stringify(shown.invoice.words) === JSON.stringify(invoice.words)) return
    const ours = holdsFocus()
    shown = { status: invoice.status, headline: invoice.words.headline, invoice }
    fill(shown)
    // What had the focus may be gone with the fix that it was part of.
    if (ours && !holdsFocus()) title.focus()
  }

  function rawWords(raw: string): HTMLElement {
    return element(
      'details',
      {},
      element('summary', {}, say('overlay.ledger-said')),
      element('pre', { dir: 'auto' }, raw),
      said.button(say('overlay.copy'), () => copy(raw, say('overlay.copied')), 'quiet'),
    )
  }

  return {
    show(content, from) {
      if (anchor && anchor !== from) anchor.expand(false)
      anchor = from
      shown = content
      said.say(null)
      fill(content)
      open(piece)
      placeAside(piece, from.box())
      from.expand(true)
      title.focus()
    },
    close: hide,
    cancel() {
      const cancel = piece.querySelector<HTMLElement>('.cancel')
      cancel?.click()
      return cancel !== null
    },
    refresh,
    get openOn() {
      return anchor
    },
  }
}

function aboutInvoice({ number, supplier, total, currency }: AssessedInvoice): HTMLElement {
  return element(
    'div',
    { class: 'faint clamp' },
    foreign(number),
    ' · ',
    foreign(supplier),
    ' · ',
    element('span', { class: 'number' }, money(total, currency)),
  )
}
