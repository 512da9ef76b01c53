/**
 * The page as it stands, as one file of HTML without scripts: its style sheets written out, open shadow roots as
 * templates, what is chosen and typed as attributes. In rows, letters and figures that no cloud needs are masked. Runs
 * in the page, and leaves it as it is recorded: no good for anything else.
 */
export function recordedHtml(): string {
  const shadowRoots: ShadowRoot[] = []
  const settle = (root: Document | ShadowRoot): void => {
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      if (!shadowRoot) continue
      shadowRoots.push(shadowRoot)
      settle(shadowRoot)
    }
    const css = [...root.styleSheets, ...root.adoptedStyleSheets].map(rulesOf).join('\n')
    root.adoptedStyleSheets = []
    for (const each of root.querySelectorAll('script, style, link, noscript, iframe, [data-clearcloud]'))
      each.remove()
    const style = document.createElement('style')
    style.textContent = css
    ;(root instanceof Document ? root.head : root).append(style)
    for (const option of root.querySelectorAll('option')) option.toggleAttribute('selected', option.selected)
    for (const input of root.querySelectorAll('input')) input.setAttribute('value', input.value)
    for (const cell of root.querySelectorAll('td, [role="gridcell"], [role="cell"]')) mask(cell)
  }
  const rulesOf = (sheet: CSSStyleSheet): string => {
    try {
      return [...sheet.cssRules].map(({ cssText }) => cssText).join('\n')
    } catch {
      // Of another origin: what it paints is not known.
      return ''
    }
  }
  const masked = (text: string) => text.replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '0')
  const mask = (cell: Element): void => {
    // What is drawn beside it may name a cloud.
    if (cell.querySelector('svg, img, i, [role="img"], button')) return
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      text.nodeValue = masked(text.nodeValue ?? '')
    for (const each of [cell, ...cell.querySelectorAll('*')]) {
      for (const name of ['href', 'title', 'aria-label']) {
        const value = each.getAttribute(name)
        if (value !== null) each.setAttribute(name, masked(value))
      }
    }
  }
  settle(document)
  const { lang, className, dir } = document.documentElement
  const inner = document.documentElement.getHTML({ serializableShadowRoots: true, shadowRoots })
  return `<!doctype html>\n<html lang="${lang}" class="${className}" dir="${dir || 'ltr'}">${inner}</html>\n`
}
