type Names = Readonly<Record<string, string>>

/** The text with every `{name}` replaced. @throws Error for a name that nobody gave */
export function fillText(text: string, names: Names): string {
  return text.replace(/\{([a-z]\w*)\}/gi, (_, name: string) => {
    const value = names[name]
    if (value === undefined) throw new Error(`Nothing was kept under the name ${name}`)
    return value
  })
}

/** The same value, of whatever shape, with the names filled into all its texts. */
export function fillIn(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return fillText(value, names)
  if (Array.isArray(value)) return value.map(one => fillIn(one, names))
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillIn(one, names)]))
}

/** The part of a body that a path such as `Invoices.0.InvoiceID` leads to; undefined where it leads nowhere. */
export function at(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => {
    return typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined
  }, body)
}
