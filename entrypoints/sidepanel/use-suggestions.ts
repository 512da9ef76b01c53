import { useMemo } from 'react'
import type { ProductId } from '#lib/domain/ids.ts'
import type { ProductOfOutlet } from '#lib/store/queries/products-of.ts'
import { createSuggester, type Suggestion } from '#lib/suggest/suggest-group.ts'

/** A suggestion for a product without a group, learnt from those that have one; worked out once it is asked for. */
export function useSuggestions(products: readonly ProductOfOutlet[] | undefined) {
  return useMemo(() => {
    const suggest = createSuggester(
      (products ?? []).flatMap(({ name, group }) =>
        group ? [{ name, groupId: group.id, groupName: group.name }] : [],
      ),
    )
    const known = new Map<ProductId, Suggestion | null>()
    return ({ id, name, group }: ProductOfOutlet): Suggestion | null => {
      if (group !== null) return null
      const before = known.get(id)
      if (before !== undefined) return before
      const fresh = suggest(name)
      known.set(id, fresh)
      return fresh
    }
  }, [products])
}
