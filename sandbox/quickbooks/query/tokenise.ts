import { refuse } from '../rules/refusals.ts'

export type Token = { kind: 'word' | 'string' | 'number' | 'sign'; text: string; column: number }

const PATTERN = /\s*(?:'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(<=|>=|[=<>(),*]))/y

/** Cuts a query into its parts; in strings `\'` stands for a quote. @throws ApiFault 4000 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const trimmed = text.trimEnd()
  PATTERN.lastIndex = 0
  while (PATTERN.lastIndex < trimmed.length) {
    const from = PATTERN.lastIndex
    const found = PATTERN.exec(trimmed)
    if (!found) {
      throw refuse.query(
        `Encountered " ${trimmed.slice(from).trim().slice(0, 20)} " at line 1, column ${from + 1}.`,
      )
    }
    const [, string, number, word, sign] = found
    const column = from + 1
    if (string !== undefined) tokens.push({ kind: 'string', text: string.replace(/\\(.)/g, '$1'), column })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, column })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, column })
    else tokens.push({ kind: 'sign', text: sign ?? '', column })
  }
  return tokens
}
