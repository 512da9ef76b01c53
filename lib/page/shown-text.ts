/** White space that is not a single blank between words. */
const loose = /\s\s|[^\S ]|^\s|\s$/

/** What an element shows as text, runs of space as one; our own marks keep theirs in closed shadow roots. */
export function shownText(element: Element): string {
  const text = element.textContent ?? ''
  return loose.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}

/** A header or a label for comparing: case, punctuation and sort arrows tell nothing. */
export function plainLabel(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
