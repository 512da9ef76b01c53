import { refuse } from '../rules/refusals.ts'
import { type Token, tokenise } from './tokenise.ts'

export type Comparison = {
  field: string
  operator: '=' | '<' | '>' | '<=' | '>=' | 'IN' | 'LIKE'
  values: string[]
}

export type Query = {
  entity: string
  /** `count(*)`, everything, or the named properties. */
  select: 'count' | 'all' | string[]
  where: Comparison[]
  orderBy: { field: string; descending: boolean }[]
  /** From 1. */
  startPosition: number
  /** At most 1000; 100 where the query does not say. */
  maxResults: number
}

const MOST_RESULTS = 1000
const USUAL_RESULTS = 100
const operators = ['=', '<', '>', '<=', '>='] as const

/**
 * Reads a query: `select *|count(*)|fields from Entity [where a = 'x' and b in ('y', 'z')] [orderby f [desc]]
 * [startposition n] [maxresults n]`. There is no OR and no not-equal.
 * @throws ApiFault 4000
 */
export function parseQuery(text: string): Query {
  const tokens = tokenise(text)
  let at = 0
  const peek = (): Token | undefined => tokens[at]
  const isWord = (...words: string[]): boolean => {
    const token = peek()
    return token?.kind === 'word' && words.includes(token.text.toUpperCase())
  }
  const isSign = (sign: string): boolean => peek()?.kind === 'sign' && peek()?.text === sign
  const unexpected = (): Error =>
    refuse.query(
      `Encountered " ${peek()?.text ?? '<EOF>'} " at line 1, column ${peek()?.column ?? text.length}.`,
    )
  const word = (): string => {
    const token = peek()
    if (token?.kind !== 'word') throw unexpected()
    at += 1
    return token.text
  }
  const take = (matches: boolean): boolean => {
    if (matches) at += 1
    return matches
  }
  const expect = (matches: boolean): void => {
    if (!take(matches)) throw unexpected()
  }
  const value = (): string => {
    const token = peek()
    if (token === undefined || token.kind === 'sign') throw unexpected()
    at += 1
    return token.text
  }
  const list = (one: () => string): string[] => {
    const values = [one()]
    while (take(isSign(','))) values.push(one())
    return values
  }
  const whole = (least: number): number => {
    const token = peek()
    if (token?.kind !== 'number' || !/^\d+$/.test(token.text) || Number(token.text) < least)
      throw unexpected()
    at += 1
    return Number(token.text)
  }

  const selected = (): Query['select'] => {
    if (take(isSign('*'))) return 'all'
    if (!isWord('COUNT')) return list(word)
    word()
    expect(isSign('('))
    expect(isSign('*'))
    expect(isSign(')'))
    return 'count'
  }
  const comparison = (): Comparison => {
    const field = word()
    if (take(isWord('LIKE'))) return { field, operator: 'LIKE', values: [value()] }
    if (take(isWord('IN'))) {
      expect(isSign('('))
      const values = list(value)
      expect(isSign(')'))
      return { field, operator: 'IN', values }
    }
    const operator = operators.find(isSign)
    if (operator === undefined) throw unexpected()
    at += 1
    return { field, operator, values: [value()] }
  }

  expect(isWord('SELECT'))
  const select = selected()
  expect(isWord('FROM'))
  const query: Query = {
    entity: word(),
    select,
    where: [],
    orderBy: [],
    startPosition: 1,
    maxResults: USUAL_RESULTS,
  }
  if (take(isWord('WHERE'))) {
    query.where.push(comparison())
    while (take(isWord('AND'))) query.where.push(comparison())
  }
  if (isWord('ORDERBY', 'ORDER')) {
    if (word().toUpperCase() === 'ORDER') expect(isWord('BY'))
    do {
      const field = word()
      query.orderBy.push({ field, descending: isWord('DESC') })
      take(isWord('ASC', 'DESC'))
    } while (take(isSign(',')))
  }
  if (take(isWord('STARTPOSITION'))) query.startPosition = whole(1)
  if (take(isWord('MAXRESULTS'))) query.maxResults = Math.min(MOST_RESULTS, whole(1))
  if (peek() !== undefined) throw unexpected()
  return query
}
