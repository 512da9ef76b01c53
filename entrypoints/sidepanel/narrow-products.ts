import { plain } from '#components/filter-options.ts'
import type { ProductId } from '#lib/domain/ids.ts'
import { localeOf } from '#lib/domain/locale-of.ts'
import type { ProductOfOutlets } from '#lib/store/queries/products-of.ts'
import { say } from '#lib/words/say.ts'

export const orders = {
  impact: say('panel.by-impact'),
  name: say('panel.by-name'),
  supplier: say('panel.by-supplier'),
} as const
export type Order = keyof typeof orders

/** What a person asked to see. */
export interface ProductFilter {
  search: string
  /** Null: of every supplier. */
  supplier: string | null
  onlyBlocking: boolean
  /** Empty: all. */
  ids: readonly ProductId[]
  order: Order
}

/** The products that a filter lets through, in its order. Impact: invoices blocked, then their value, then without a group first. */
export function narrowProducts(
  products: readonly ProductOfOutlets[],
  { search, supplier, onlyBlocking, ids, order }: ProductFilter,
): ProductOfOutlets[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const wanted = new Set(ids)
  const found = products.filter(
    product =>
      (wanted.size === 0 || wanted.has(product.id)) &&
      (!onlyBlocking || product.blocks > 0) &&
      (supplier === null || product.supplier === supplier) &&
      (words.length === 0 || matches(product, words)),
  )
  return found.sort(compare[order])
}

function matches({ name, supplier, group }: ProductOfOutlets, words: readonly string[]): boolean {
  const text = plain(`${name} ${supplier ?? ''} ${group?.name ?? ''}`)
  return words.every(word => text.includes(word))
}

const collator = new Intl.Collator(localeOf(say))
type Compare = (a: ProductOfOutlets, b: ProductOfOutlets) => number
const byName: Compare = (a, b) => collator.compare(a.name, b.name)

const compare: Record<Order, Compare> = {
  impact: (a, b) =>
    b.blocks - a.blocks ||
    weight(b) - weight(a) ||
    Number(a.group !== null) - Number(b.group !== null) ||
    byName(a, b),
  name: byName,
  supplier: (a, b) => collator.compare(a.supplier ?? '', b.supplier ?? '') || byName(a, b),
}

/** For the order alone, across currencies: nothing is shown or posted of it. */
function weight({ value }: ProductOfOutlets): number {
  return value.reduce((sum, { total }) => sum + Math.abs(Number(total)), 0)
}
