import type { Context } from 'hono'
import type { SandboxEnv } from '../sandbox.ts'
import { badQuery } from './errors.ts'
import { compileWhere } from './where.ts'
import { fieldOf } from './wire-field.ts'

type Item = Record<string, unknown>

/** Items filtered by `where` and `If-Modified-Since`, and ordered by `order`, all on their wire fields. */
export function filtered<T extends Item>(c: Context<SandboxEnv>, items: readonly T[]): T[] {
  const where = c.req.query('where')
  const since = modifiedSince(c)
  const test = where ? compileWhere(where) : () => true
  const found = items.filter(item => test(item) && (since === undefined || isNewer(item, since)))
  const order = c.req.query('order')
  return order ? found.sort(comparator(order)) : found
}

/** One page of the items, and the `pagination` that goes into the envelope. Pages count from 1, at most 1,000 long. */
export function page<T>(
  items: readonly T[],
  number: string,
  size: string | undefined,
): { items: T[]; pagination: { page: number; pageSize: number; pageCount: number; itemCount: number } } {
  const pageSize = Math.min(1000, Math.max(1, Math.trunc(Number(size)) || 100))
  const at = Math.max(1, Math.trunc(Number(number)) || 1)
  return {
    items: items.slice((at - 1) * pageSize, at * pageSize),
    pagination: {
      page: at,
      pageSize,
      pageCount: Math.ceil(items.length / pageSize),
      itemCount: items.length,
    },
  }
}

/** The values of a comma-separated parameter; undefined where it is absent or empty. */
export function listed(text: string | undefined): string[] | undefined {
  const values = text?.split(',').flatMap(value => value.trim() || [])
  return values && values.length > 0 ? values : undefined
}

function modifiedSince(c: Context<SandboxEnv>): number | undefined {
  const header = c.req.header('if-modified-since')
  if (!header) return undefined
  const at = Date.parse(/[zZ]|GMT|[+-]\d{2}:?\d{2}$/.test(header) ? header : `${header}Z`)
  if (Number.isNaN(at)) throw badQuery(`If-Modified-Since '${header}' is not a date`)
  return at
}

function isNewer(item: Item, since: number): boolean {
  const updated = fieldOf(item, 'UpdatedDateUTC')
  return !(updated instanceof Date) || updated.getTime() > since
}

function comparator(order: string): (one: Item, other: Item) => number {
  const terms = order.split(',').map(term => {
    const [path = '', direction = 'ASC'] = term.trim().split(/\s+/)
    if (!/^[\w.]+$/.test(path) || !/^(asc|desc)$/i.test(direction)) {
      throw badQuery(`The order '${order}' cannot be understood`)
    }
    return { path, sign: direction.toUpperCase() === 'DESC' ? -1 : 1 }
  })
  return (one, other) => {
    for (const { path, sign } of terms) {
      const [left = '', right = ''] = [fieldOf(one, path), fieldOf(other, path)]
      if (left < right) return -sign
      if (left > right) return sign
    }
    return 0
  }
}
