const apart = '\u001f'

/** What makes a row that row, on its page, whatever becomes of its cloud. */
export interface RowIdentity {
  number: string
  supplier: string
  type: string
  date: string
  total: string
  /** The path of the row's own link, if it has one: often it names the page's id of the invoice. */
  link: string
}

/** The row's identity as one text of at most 2000 characters. */
export function rowKey({ number, supplier, type, date, total, link }: RowIdentity): string {
  const parts = [number, supplier.slice(0, 400), type.slice(0, 100), date, total, link.slice(0, 500)]
  return parts.join(apart).slice(0, 2000)
}

/** The link within a key; empty where the row has none. */
export function linkOf(key: string): string {
  return key.split(apart)[5] ?? ''
}
