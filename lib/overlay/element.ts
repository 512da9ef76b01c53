type Content = Node | string | null | undefined | false

/**
 * Makes an element: attributes by name (null and false leave one out), children as nodes or as text. Text never
 * becomes markup: names come from a page we do not own.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number | boolean | null>> = {},
  ...children: readonly Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(key, value === true ? '' : String(value))
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false))
  return made
}

/** A button that does one thing. `kind`: how loud it is. */
export function button(
  label: Content,
  act: (event: MouseEvent) => void,
  attributes: Readonly<Record<string, string | number | boolean | null>> = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', act)
  return made
}

/** A name of the host's: shown as text whatever it holds, in its own direction. */
export function foreign(text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  return element('bdi', { dir: 'auto', ...attributes }, text)
}
