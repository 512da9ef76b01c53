/** Gives jsdom the little of a layout that virtual lists and popovers ask for: everything is 400 × 600. */
export function layOut(): void {
  class StillObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  globalThis.ResizeObserver = StillObserver
  const size = { offsetWidth: 400, offsetHeight: 600, clientHeight: 600 }
  for (const [name, value] of Object.entries(size)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })
  }
  Element.prototype.scrollTo = function scrollTo(to?: ScrollToOptions | number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0
    this.dispatchEvent(new Event('scroll'))
  }
  Element.prototype.scrollIntoView = () => {}
}
