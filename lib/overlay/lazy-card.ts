import type { Anchor, Card } from './card.ts'
import type { MarkContent } from './mark.ts'

export interface LazyCard extends Card {
  /** Fetches the card's own script, so that it is there by the time of a click. */
  prepare(): void
}

/**
 * A card whose script comes with the first need of it: most pages are left without one cloud being looked at,
 * and need not carry what only a card holds. What was asked for meanwhile is shown as soon as it is there.
 */
export function createLazyCard(load: () => Promise<Card>): LazyCard {
  let card: Card | undefined
  let loading = false
  let wanted: { content: MarkContent; anchor: Anchor } | undefined

  async function prepare(): Promise<void> {
    if (card || loading) return
    loading = true
    try {
      card = await load()
      if (wanted) card.show(wanted.content, wanted.anchor)
    } finally {
      loading = false
      wanted = undefined
    }
  }
  /** Whoever loads says what went wrong; the next need tries again. */
  const begin = () => void prepare().catch(() => undefined)

  return {
    prepare: begin,
    show(content, anchor) {
      if (card) return card.show(content, anchor)
      wanted = { content, anchor }
      begin()
    },
    close() {
      wanted = undefined
      card?.close()
    },
    cancel: () => card?.cancel() ?? false,
    refresh: invoice => card?.refresh(invoice),
    get openOn() {
      return card ? card.openOn : wanted?.anchor
    },
  }
}
