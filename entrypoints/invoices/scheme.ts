import { lightnessOf } from '#lib/page/lightness.ts'

/** Whether a part of the page is light or dark: our marks lie on the page, whatever the person's own preference. */
export function schemeOf(element: Element): 'light' | 'dark' {
  for (let each: Element | null = element; each; each = parentOf(each)) {
    const lightness = lightnessOf(getComputedStyle(each).backgroundColor)
    if (lightness !== null) return lightness < 0.5 ? 'dark' : 'light'
  }
  return 'light'
}

/** The parent, or what bears the shadow root in which an element stands. */
function parentOf(element: Element): Element | null {
  const { parentNode } = element
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement
}
