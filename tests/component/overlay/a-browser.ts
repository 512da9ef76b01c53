import { vi } from 'vitest'

/**
 * What jsdom lacks of a browser that the overlay needs: popovers, and the observers of frames and sizes. Closed
 * shadow roots are opened, so that a test can look into them. Call it before the page is made.
 */
export function aBrowser(): void {
  const { prototype } = HTMLElement
  prototype.showPopover = function () {
    this.setAttribute('data-open', '')
    // jsdom knows that a popover is not rendered, but not how one is opened.
    this.style.display = 'block'
  }
  prototype.hidePopover = function () {
    this.removeAttribute('data-open')
    this.style.display = ''
  }
  prototype.scrollIntoView = () => undefined
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    return attach.call(this, { ...options, mode: 'open' })
  })
  class DrawnAtOnce {
    readonly #told: () => void
    constructor(told: () => void) {
      this.#told = told
    }
    observe() {
      setTimeout(this.#told, 0)
    }
    disconnect() {}
  }
  class NeverResized {
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', DrawnAtOnce)
  vi.stubGlobal('ResizeObserver', NeverResized)
}

/** What stands within an element's shadow root. */
export function within(host: Element | null | undefined): ShadowRoot {
  if (!host?.shadowRoot) throw new Error('There is no such element of ours')
  return host.shadowRoot
}
