export type Value = string | number | boolean | Date | undefined

/** A field of a wire object by its dotted path, with wire dates read as moments; undefined where there is none. */
export function fieldOf(item: Record<string, unknown>, path: string): Value {
  let value: unknown = item
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  }
  if (typeof value === 'string') {
    const ticks = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(value)?.[1]
    return ticks === undefined ? value : new Date(Number(ticks))
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}
