import { plainLabel, shownText } from '../shown-text.ts'

/** Scripts without spaces between words: there a header may merely contain the name of its column. */
const unspaced = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/

/** What each column may be called, as labels are compared. */
type Words<C extends string> = Readonly<Record<C, readonly string[]>>

/** Which column a header names; undefined for those that mean nothing to us. */
export function columnOf<C extends string>(header: Element, columns: Words<C>): C | undefined {
  return columnNamed(header.getAttribute('aria-label') ?? shownText(header), columns)
}

/** Which column a text names. */
export function columnNamed<C extends string>(text: string, columns: Words<C>): C | undefined {
  const label = plainLabel(text)
  if (label === '' || label.length > 60) return undefined
  const kinds = Object.entries(columns) as [C, readonly string[]][]
  const exact = kinds.find(([, words]) => words.includes(label))
  if (exact) return exact[0]
  let best: { column: C; length: number } | undefined
  for (const [column, words] of kinds) {
    for (const word of words) {
      const fits = unspaced.test(word) ? label.includes(word) : word.includes(' ') && label.includes(word)
      if (fits && word.length > (best?.length ?? 0)) best = { column, length: word.length }
    }
  }
  return best?.column
}
