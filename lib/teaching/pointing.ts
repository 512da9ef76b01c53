import { element } from '#lib/overlay/element.ts'
import { close, type Layer, open } from '#lib/overlay/layer.ts'
import { isOurs } from '#lib/page/row.ts'

export interface Pointing {
  /** What the arrow keys go through, in this order; each as a person would point at it. */
  offer(candidates: readonly Element[]): void
  /** Goes to the next (1) or the one before (-1) of what is offered, and gives it. */
  move(by: 1 | -1): Element | null
  /** Points at the one that was moved to. */
  choose(): void
}

/** All that a press of the pointer makes: what is a lesson must neither open an invoice nor export one. */
const presses = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick'] as const

/** Lets a person point at things of the page, which hears nothing of it; what is under the pointer is framed. */
export function createPointing(layer: Layer, signal: AbortSignal, onPoint: (at: Element) => void): Pointing {
  const frame = element('div', { class: 'frame', popover: 'manual', 'aria-hidden': 'true' })
  layer.append(frame)
  let candidates: readonly Element[] = []
  let at = -1
  const options = { capture: true, signal }

  for (const name of presses) {
    addEventListener(
      name,
      event => {
        if (event.target === layer.host) return
        event.preventDefault()
        event.stopImmediatePropagation()
        const under = underneath(event)
        if (name === 'click' && under) onPoint(under)
      },
      options,
    )
  }
  addEventListener(
    'pointermove',
    event => show(event.target === layer.host ? null : underneath(event)),
    options,
  )
  // What is framed moves with the page.
  addEventListener('scroll', () => show(null), { ...options, passive: true })
  signal.addEventListener('abort', () => frame.remove())

  function show(target: Element | null): void {
    if (!target) {
      close(frame)
      return
    }
    const { left, top, width, height } = target.getBoundingClientRect()
    Object.assign(frame.style, px({ left, top, width, height }))
    open(frame)
  }

  return {
    offer(next) {
      candidates = next
      at = -1
      show(null)
    },
    move(by) {
      if (candidates.length === 0) return null
      at = at < 0 && by < 0 ? candidates.length - 1 : (at + by + candidates.length) % candidates.length
      const target = candidates[at] ?? null
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      show(target)
      return target
    },
    choose() {
      const target = candidates[at]
      if (target) onPoint(target)
    },
  }
}

/** What a person sees under the pointer, within open shadow roots too; for a mark of ours, what it stands in. */
function underneath(event: Event): Element | null {
  const [target] = event.composedPath()
  if (!(target instanceof Element)) return null
  const own = target.closest('[data-clearcloud]')
  if (!own) return target
  return isOurs(own) && own.parentElement !== document.body ? own.parentElement : null
}

function px(box: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(box).map(([name, length]) => [name, `${length}px`]))
}
