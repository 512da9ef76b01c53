import { statusShapes } from '#components/status-shapes.ts'
import { say } from '#lib/words/say.ts'
import { element } from './element.ts'
import { statusIcon } from './icons.ts'
import { close, type Layer, open, popover } from './layer.ts'
import { type Mark, shapeOf } from './mark.ts'
import { placeAside } from './near.ts'

/** The time in which the pointer may cross from the mark to the tooltip, which lies aslant of it. */
const graceMs = 300
const mostSentences = 4

/** What a cloud means here, on hover and focus: hoverable, dismissed by Esc, without a time-out (WCAG 1.4.13). */
export interface Tooltip {
  show(mark: Mark): void
  /** Hides it, at once or when the pointer has not come over to it. */
  hide(how?: 'at-once' | 'soon'): void
  /** Shows what the mark says now, if it is the one that is shown. */
  refresh(mark: Mark): void
  readonly isOpen: boolean
}

export function createTooltip(layer: Layer): Tooltip {
  const piece = popover({ role: 'tooltip', class: 'panel tooltip' })
  let shown: Mark | undefined
  let leaving: ReturnType<typeof setTimeout> | undefined

  function hide(how: 'at-once' | 'soon' = 'at-once'): void {
    clearTimeout(leaving)
    if (how === 'soon') {
      leaving = setTimeout(() => hide(), graceMs)
      return
    }
    shown = undefined
    close(piece)
  }
  function fill(mark: Mark): void {
    const { status, headline, invoice } = mark.content
    const { tone } = statusShapes[status]
    const says = (invoice?.words.says ?? []).slice(0, mostSentences)
    piece.replaceChildren(
      element(
        'div',
        { class: `head text ${tone}` },
        statusIcon(shapeOf(mark.content)),
        invoice?.words.status ?? say(`status.${status}`),
      ),
      element('p', { class: 'clamp', dir: 'auto' }, headline),
      ...says.map(sentence => element('p', { class: 'faint clamp', dir: 'auto' }, sentence)),
      element('p', { class: 'hint' }, hintOf(mark)),
    )
  }
  piece.addEventListener('pointerenter', () => clearTimeout(leaving))
  piece.addEventListener('pointerleave', () => hide('soon'))
  layer.append(piece)
  return {
    show(mark) {
      clearTimeout(leaving)
      if (shown === mark) return
      shown = mark
      fill(mark)
      open(piece)
      placeAside(piece, mark.host.getBoundingClientRect())
    },
    hide,
    refresh(mark) {
      if (shown !== mark) return
      fill(mark)
      placeAside(piece, mark.host.getBoundingClientRect())
    },
    get isOpen() {
      return shown !== undefined
    },
  }
}

function hintOf({ content }: Mark): string {
  const [first] = content.invoice?.words.fixes ?? []
  return first ? say('overlay.click-for', { fix: first.label }) : say('overlay.click-for-more')
}
