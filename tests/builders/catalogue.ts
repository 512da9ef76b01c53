/** A catalogue's texts by the names that a browser gives them: `status: { ready }` is `status_ready`. */
export function flat(tree: unknown, above = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[above, tree]])
  if (typeof tree !== 'object' || tree === null) throw new Error(`${above} is no text: ${String(tree)}`)
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => [...flat(value, above ? `${above}_${key}` : key)]),
  )
}
