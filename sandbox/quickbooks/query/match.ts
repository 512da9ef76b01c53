import type { Wire } from '../wire/object.ts'
import type { Comparison } from './parse.ts'

type Plain = string | number | boolean

/** The values at a path of an object; through lists, and of a reference its id. */
export function valuesAt(object: unknown, path: string): Plain[] {
  let found: unknown[] = [object]
  for (const part of path.split('.')) {
    // A reference's type is asked for as `Type`, and answered as `type`.
    found = found.flatMap(one => (isObject(one) ? [one[part] ?? one[part.toLowerCase()]] : [])).flat()
  }
  return found.flatMap(one => {
    const value = isObject(one) ? one.value : one
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : []
  })
}

/** Whether an object is what a comparison asks for. Text compares without case, times by their moment. */
export function matches(object: Wire, { field, operator, values }: Comparison): boolean {
  return valuesAt(object, field).some(value => {
    switch (operator) {
      case 'LIKE':
        return like(String(value), values[0] ?? '')
      case 'IN':
        return values.some(wanted => compare(value, wanted) === 0)
      default:
        return holds(compare(value, values[0] ?? ''), operator)
    }
  })
}

function holds(order: number, operator: '=' | '<' | '>' | '<=' | '>='): boolean {
  if (order === 0) return operator === '=' || operator === '<=' || operator === '>='
  return order < 0 ? operator.startsWith('<') : operator.startsWith('>')
}

/** Below zero where `value` comes first. */
export function compare(value: Plain, wanted: Plain): number {
  if (typeof value === 'number') return value - Number(wanted)
  const [left, right] = [String(value), String(wanted)]
  if (/^\d{4}-\d\d-\d\dT/.test(left)) return Date.parse(left) - Date.parse(right)
  if (/^\d+$/.test(left) && /^\d+$/.test(right)) return Number(left) - Number(right)
  const [one, other] = [left.toLowerCase(), right.toLowerCase()]
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** `%` stands for any text, `_` for one character. */
function like(value: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.')
  return new RegExp(`^${source}$`, 'is').test(value)
}

function isObject(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
