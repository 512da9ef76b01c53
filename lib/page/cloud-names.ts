const fileAttributes = ['src', 'srcset', 'href', 'xlink:href', 'data', 'data-src', 'data-icon']
const nameAttributes = [
  'svgicon',
  'icon',
  'name',
  'data-testid',
  'data-status',
  'data-state',
  'fontawesomeicon',
]

/** As icon fonts write them: `cloud_done`. A sentence is none. */
const ligature = /^[a-z][a-z0-9_]{1,39}$/

/**
 * What an element is called: the ligature that it shows, its file, its attributes, its classes. Where a link
 * leads says nothing, nor does a class for another state (`hover:text-red-500`).
 */
export function* namesOf(element: Element): Generator<[where: string, text: string]> {
  const text = element.childElementCount === 0 ? (element.textContent ?? '').trim() : ''
  if (ligature.test(text)) yield ['ligature', text]
  const shape = element.querySelector('use')
  for (const name of element.localName === 'a' ? [] : fileAttributes) {
    const file = element.getAttribute(name) ?? shape?.getAttribute(name)
    if (file && !file.startsWith('data:')) yield ['file', file]
  }
  for (const name of nameAttributes) {
    const value = element.getAttribute(name)
    if (value) yield [name, value]
  }
  const classes = (element.getAttribute('class') ?? '').replace(/\S+:\S+/g, '').trim()
  if (classes) yield ['class', classes]
}
