import { readColour } from '#lib/page/colour.ts'

/** Whether a part of the page is light or dark: our marks lie on the page, whatever the person's own preference. */
export function schemeOf(element: Element): 'light' | 'dark' {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const colour = readColour(getComputedStyle(each).backgroundColor)
    if (colour) return colour.l < 0.5 ? 'dark' : 'light'
  }
  return 'light'
}
