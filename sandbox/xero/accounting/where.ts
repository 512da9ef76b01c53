import { badQuery } from './errors.ts'
import { fieldOf, type Value } from './wire-field.ts'

type Item = Record<string, unknown>
type Test = (item: Item) => boolean
type Token = { kind: 'word' | 'string' | 'number' | 'sign'; text: string }

const PATTERN =
  /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(==|!=|>=|<=|&&|\|\||[<>()!,]))/y

/**
 * Compiles the simple forms of a `where` filter: comparisons of fields (also `Contact.ContactID`) with strings,
 * numbers, booleans, null, `DateTime(2024,1,31)` and `Guid("…")`; `.Contains`, `.StartsWith`, `.EndsWith`;
 * AND/OR/&&/||, parentheses and `!`. Names of fields are the wire's.
 * @throws ApiRefusal where it cannot be understood
 */
export function compileWhere(text: string): Test {
  const tokens = tokenise(text)
  let at = 0

  const peek = (): string | undefined => tokens[at]?.text
  const take = (): Token => {
    const token = tokens[at++]
    if (!token) throw badQuery('The filter ends too early')
    return token
  }
  const expect = (text: string): void => {
    if (take().text !== text) throw badQuery(`'${text}' expected in the filter`)
  }
  const isWord = (word: string): boolean => peek()?.toUpperCase() === word

  const either = (): Test => {
    let left = both()
    while (peek() === '||' || isWord('OR')) {
      take()
      const [one, other] = [left, both()]
      left = item => one(item) || other(item)
    }
    return left
  }
  const both = (): Test => {
    let left = single()
    while (peek() === '&&' || isWord('AND')) {
      take()
      const [one, other] = [left, single()]
      left = item => one(item) && other(item)
    }
    return left
  }
  const single = (): Test => {
    if (peek() === '!') {
      take()
      const test = single()
      return item => !test(item)
    }
    if (peek() === '(') {
      take()
      const test = either()
      expect(')')
      return test
    }
    const field = take()
    if (field.kind !== 'word') throw badQuery(`A field was expected, not '${field.text}'`)
    const method = /^(.+)\.(Contains|StartsWith|EndsWith)$/.exec(field.text)
    if (method && peek() === '(') return call(method[1] ?? '', method[2] ?? '')
    return comparison(field.text)
  }
  const call = (path: string, method: string): Test => {
    expect('(')
    const part = JSON.parse(take().text).toLowerCase()
    expect(')')
    return item => {
      const value = String(fieldOf(item, path) ?? '').toLowerCase()
      if (method === 'Contains') return value.includes(part)
      return method === 'StartsWith' ? value.startsWith(part) : value.endsWith(part)
    }
  }
  const comparison = (path: string): Test => {
    const sign = peek() ?? ''
    if (!['==', '!=', '>', '<', '>=', '<='].includes(sign)) return item => fieldOf(item, path) === true
    take()
    const wanted = literal()
    return item => compare(fieldOf(item, path), sign, wanted)
  }
  const literal = (): Value => {
    const token = take()
    if (token.kind === 'string') return JSON.parse(token.text)
    if (token.kind === 'number') return Number(token.text)
    if (token.text === 'true' || token.text === 'false') return token.text === 'true'
    if (token.text === 'null') return undefined
    if (!/^(DateTime|Guid)(\.Parse)?$/.test(token.text)) throw badQuery(`Unknown value '${token.text}'`)
    expect('(')
    const values: Token[] = [take()]
    while (peek() === ',') {
      take()
      values.push(take())
    }
    expect(')')
    const first = values[0]
    if (first?.kind === 'string') {
      const text = String(JSON.parse(first.text))
      return token.text.startsWith('Guid') ? text.toLowerCase() : new Date(`${text.slice(0, 10)}T00:00:00Z`)
    }
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = values.map(value => Number(value.text))
    return new Date(Date.UTC(year, month - 1, day, hour, minute))
  }

  const test = either()
  if (at < tokens.length) throw badQuery(`'${peek()}' was not expected in the filter`)
  return test
}

function compare(value: Value, sign: string, wanted: Value): boolean {
  const [left, right] = [plain(value), plain(wanted)]
  if (sign === '==') return left === right
  if (sign === '!=') return left !== right
  if (left === undefined || right === undefined) return false
  if (sign === '>') return left > right
  if (sign === '<') return left < right
  return sign === '>=' ? left >= right : left <= right
}

/** Dates compare by their moment, text without case. */
function plain(value: Value): string | number | boolean | undefined {
  if (value instanceof Date) return value.getTime()
  return typeof value === 'string' ? value.toLowerCase() : value
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  PATTERN.lastIndex = 0
  while (PATTERN.lastIndex < text.trimEnd().length) {
    const from = PATTERN.lastIndex
    const found = PATTERN.exec(text)
    if (!found) throw badQuery(`'${text.slice(from)}' cannot be understood`)
    const [, string, number, word, sign] = found
    if (string !== undefined) tokens.push({ kind: 'string', text: string })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}
