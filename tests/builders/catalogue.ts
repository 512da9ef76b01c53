/** A catalogue's texts by the names that a browser gives them: `status: { ready }` is `status_ready`. */
export function flat(tree: unknown, above = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[above, tree]])
  if (typeof tree !== 'object' || tree === null) throw new Error(`${above} is no text: ${String(tree)}`)
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    for (const [name, text] of flat(value, above ? `${above}_${key}` : key)) {
      // `assigned_one` beside the plural `assigned`: a browser would know one of them alone.
      if (texts.has(name)) throw new Error(`${name} is there twice`)
      texts.set(name, text)
    }
  }
  return texts
}
