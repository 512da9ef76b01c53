import { language } from '#lib/words/say.ts'
import { element } from './element.ts'
import { layerStyles } from './layer-styles.ts'
import { adopt } from './sheets.ts'

/** How often the layer is put back before we give way to a page that does not want it. */
const mostReturns = 8

/** What holds all pieces of the overlay that are no marks: one element of the page, one closed root. */
export interface Layer {
  readonly host: HTMLElement
  append(...pieces: Element[]): void
  /** Adds the styles of a piece that comes later. */
  style(css: string): void
  /** Puts the layer back if the page removed it; false once that happened too often. */
  restore(): boolean
  /** What has the focus within the layer. */
  focused(): Element | null
  stop(): void
}

/** The name is made anew each time, so that no rule of a page's can be written for it. */
export function createLayer(): Layer {
  const name = `x-${Array.from(crypto.getRandomValues(new Uint8Array(6)), byte => byte.toString(36)).join('')}`
  const host = document.createElement(name)
  host.setAttribute('data-clearcloud', 'layer')
  // The words are ours, whatever language the page is in.
  host.lang = language()
  host.style.cssText =
    'all:initial!important;position:fixed!important;top:0!important;left:0!important;width:0!important;' +
    'height:0!important;z-index:900!important;color-scheme:light dark!important;' +
    // What changes in our pieces is laid out by itself: the page's own layout is not asked, however long its list.
    'contain:layout size style!important'
  const root = host.attachShadow({ mode: 'closed' })
  adopt(root, layerStyles)
  document.body.append(host)
  let returns = 0
  return {
    host,
    append: (...pieces) => root.append(...pieces),
    style: css => void adopt(root, css),
    restore() {
      if (host.isConnected) return true
      returns += 1
      if (returns > mostReturns) return false
      document.body.append(host)
      return true
    },
    focused: () => root.activeElement,
    stop: () => host.remove(),
  }
}

/** A piece that is shown over everything else while it is open. */
export function popover(attributes: Readonly<Record<string, string>>): HTMLDivElement {
  return element('div', { popover: 'manual', ...attributes })
}

const opened = new WeakSet<HTMLElement>()

export function open(piece: HTMLElement): void {
  if (opened.has(piece)) return
  opened.add(piece)
  piece.showPopover()
}

export function close(piece: HTMLElement): void {
  if (opened.delete(piece) && piece.isConnected) piece.hidePopover()
}
