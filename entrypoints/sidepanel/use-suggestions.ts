import { useMemo } from 'react'
import type { ProductId } from '#lib/domain/ids.ts'
import type { ProductOfOutlets } from '#lib/store/queries/products-of.ts'
import { createSuggester, type Suggestion } from '#lib/suggest/suggest-group.ts'
import { say, sayCount } from '#lib/words/say.ts'

/**
 * A suggestion for a product without a group: the one that another outlet gave it, else one learnt from the
 * products that have one; worked out once it is asked for.
 */
export function useSuggestions(products: readonly ProductOfOutlets[] | undefined) {
  return useMemo(() => {
    const suggest = createSuggester(
      (products ?? []).flatMap(({ name, group }) =>
        group ? [{ name, groupId: group.id, groupName: group.name }] : [],
      ),
      say,
    )
    const known = new Map<ProductId, Suggestion | null>()
    return ({ id, name, group, otherwise: [elsewhere] }: ProductOfOutlets): Suggestion | null => {
      if (group !== null) return null
      // Nothing is likelier than what another outlet chose for this very product.
      if (elsewhere) {
        const { outlets } = elsewhere
        return {
          groupId: elsewhere.id,
          groupName: elsewhere.name,
          reason: say('panel.as-in', { outlets: sayCount('common.outlets', outlets) }),
          confidence: 1,
        }
      }
      const before = known.get(id)
      if (before !== undefined) return before
      const fresh = suggest(name)
      known.set(id, fresh)
      return fresh
    }
  }, [products])
}
