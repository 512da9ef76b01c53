import { element } from './element.ts'

const shared = new Map<string, CSSStyleSheet>()

/**
 * Gives a shadow root, or the page itself, its styles: one sheet for all with the same text, which no page's
 * security policy refuses; an element of its own where a content script may not hand over sheets (Firefox).
 * Gives what takes it back.
 */
export function adopt(root: ShadowRoot | Document, css: string): () => void {
  try {
    const sheet = shared.get(css) ?? new CSSStyleSheet()
    if (!shared.has(css)) sheet.replaceSync(css)
    shared.set(css, sheet)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(other => other !== sheet)
    }
  } catch {
    const style = element('style', {}, css)
    ;(root instanceof Document ? root.head : root).append(style)
    return () => style.remove()
  }
}
