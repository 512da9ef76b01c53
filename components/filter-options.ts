/** One thing to choose. */
export interface Option {
  id: string
  name: string
  /** Said beside it, and searched too: an account's type, `no account yet`. */
  detail?: string | undefined
}

/** Text as it is compared: without case and accents. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/** The options that hold every word of the search; those whose name begins with it come first. */
export function filterOptions(options: readonly Option[], search: string): Option[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...options]
  const beginning = words.join(' ')
  const found = options.flatMap(option => {
    const text = plain(`${option.name} ${option.detail ?? ''}`)
    return words.every(word => text.includes(word)) ? [{ option, first: text.startsWith(beginning) }] : []
  })
  return [...found.filter(({ first }) => first), ...found.filter(({ first }) => !first)].map(
    ({ option }) => option,
  )
}
