/** The values at a path such as `Line[].AccountRef.value`; `undefined` for each that is not there. */
export function valuesAt(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (all, step) => {
      const many = step.endsWith('[]')
      const key = many ? step.slice(0, -2) : step
      return all.flatMap(one => {
        const found = isObject(one) ? one[key] : undefined
        if (!many) return [found]
        return Array.isArray(found) ? found : []
      })
    },
    [value],
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
