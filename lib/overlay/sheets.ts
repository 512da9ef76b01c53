const shared = new Map<string, CSSStyleSheet>()

/**
 * Gives a shadow root its styles: one sheet for all roots with the same text, which no page's security policy
 * refuses. Where scripts cannot hand over sheets, an element of its own.
 */
export function adopt(root: ShadowRoot, css: string): void {
  const sheet = sheetOf(css)
  if (sheet) root.adoptedStyleSheets = [sheet]
  else root.append(Object.assign(document.createElement('style'), { textContent: css }))
}

/** Gives the page itself a sheet; gives what takes it back. */
export function adoptInPage(css: string): () => void {
  const sheet = sheetOf(css)
  if (sheet) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
    }
  }
  const style = document.head.appendChild(
    Object.assign(document.createElement('style'), { textContent: css }),
  )
  return () => style.remove()
}

function sheetOf(css: string): CSSStyleSheet | null {
  const known = shared.get(css)
  if (known) return known
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    shared.set(css, sheet)
    return sheet
  } catch {
    // Not every browser lets a content script make one.
    return null
  }
}
