import type { Bar } from '#lib/overlay/bar.ts'
import type { Anchor } from '#lib/overlay/card.ts'
import type { Layer } from '#lib/overlay/layer.ts'
import type { LazyCard } from '#lib/overlay/lazy-card.ts'
import type { Mark } from '#lib/overlay/mark.ts'
import type { Marks } from '#lib/overlay/marks.ts'
import type { Tooltip } from '#lib/overlay/tooltip.ts'

interface Pieces {
  layer: Layer
  marks: Marks
  tooltip: Tooltip
  card: LazyCard
  bar: Bar
  /** Gives whether the list of shortcuts was shown. */
  hideHelp(): boolean
}

/** What the page must not see of a press on our mark: its rows and grids react to clicks and keys of their own. */
const kept = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick'] as const

/** The card of a mark gives the focus back to that mark. */
export function anchorOf(mark: Mark): Anchor {
  return {
    box: () => mark.host.getBoundingClientRect(),
    focus: mark.focus,
    expand: mark.expand,
  }
}

/** One set of listeners for all marks: hover and focus explain, a click or Enter opens the card, Esc closes. */
export function listenToMarks(
  { layer, marks, tooltip, card, bar, hideHelp }: Pieces,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal } as const
  /** The mark that the focus came back to when its card was closed: it need not explain itself again. */
  let returned: Mark | undefined
  let opened: Mark | undefined

  const explain = (mark: Mark) => {
    card.prepare()
    if (!(card.openOn && opened === mark)) tooltip.show(mark)
  }
  const closeCard = () => {
    returned = opened
    opened = undefined
    card.close()
    returned = undefined
  }

  document.addEventListener(
    'pointerover',
    event => {
      const mark = marks.of(event)
      if (mark && event.pointerType !== 'touch') explain(mark)
    },
    options,
  )
  document.addEventListener('pointerout', event => marks.of(event) && tooltip.hide('soon'), options)
  document.addEventListener(
    'focusin',
    event => {
      const mark = marks.of(event)
      if (mark && mark !== returned) explain(mark)
    },
    options,
  )
  document.addEventListener('focusout', event => marks.of(event) && tooltip.hide('soon'), options)
  document.addEventListener('scroll', () => tooltip.hide(), options)

  for (const type of kept) {
    document.addEventListener(
      type,
      event => {
        const mark = marks.of(event)
        if (mark) {
          event.stopPropagation()
          if (type !== 'click') return
          tooltip.hide()
          if (opened === mark && card.openOn) closeCard()
          else {
            opened = mark
            card.show(mark.content, anchorOf(mark))
          }
        } else if (type === 'pointerdown' && event.target !== layer.host) {
          if (card.openOn) closeCard()
          bar.hideList()
        }
      },
      options,
    )
  }

  document.addEventListener(
    'keydown',
    event => {
      const ours = event.target === layer.host || marks.of(event) !== undefined
      if (event.key === 'Escape') {
        const closed = dismiss()
        if (closed && ours) event.stopPropagation()
      } else if (ours && event.key !== 'Tab') event.stopPropagation()
    },
    options,
  )

  /** The uppermost piece goes first, a tooltip with what lies under it; gives whether there was one. */
  function dismiss(): boolean {
    if (hideHelp()) return true
    const explained = tooltip.isOpen
    tooltip.hide()
    if (card.cancel()) return true
    if (card.openOn) closeCard()
    else return bar.hideList() || explained
    return true
  }
}
