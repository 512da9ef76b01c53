import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ProductId } from '#lib/domain/ids.ts'
import type { ProductOfOutlets } from '#lib/store/queries/products-of.ts'
import type { Suggestion } from '#lib/suggest/suggest-group.ts'
import { say } from '#lib/words/say.ts'
import { ProductRow, rowHeight } from './ProductRow.tsx'
import type { Ticks } from './use-ticks.ts'

/** Rows drawn beyond the edge, so that a quick scroll shows no gap. */
const overscan = 8

/**
 * The products, drawn only where they are seen: five thousand scroll like fifty. Arrows move, Space ticks,
 * with Shift a range, Ctrl+A all shown, Enter takes the suggestion, I lists the invoices that wait.
 */
export function ProductGrid({
  products,
  ticks,
  suggest,
  onAccept,
  onList,
}: {
  products: readonly ProductOfOutlets[]
  ticks: Ticks<ProductId>
  suggest: (product: ProductOfOutlets) => Suggestion | null
  onAccept: (product: ProductOfOutlets, suggestion: Suggestion) => void
  /** Shows the invoices that wait for a product. */
  onList: (product: ProductOfOutlets) => void
}) {
  const viewport = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const moved = useRef(false)
  const current = Math.min(at, products.length - 1)
  const virtual = useVirtualizer({
    count: products.length,
    getScrollElement: () => viewport.current,
    estimateSize: index => {
      const product = products[index]
      return product ? rowHeight(product) : 0
    },
    overscan,
    useFlushSync: false,
    getItemKey: index => products[index]?.id ?? index,
  })

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    virtual.scrollToIndex(current)
    viewport.current?.querySelector<HTMLElement>(`[aria-rowindex="${current + 1}"]`)?.focus()
  })

  const go = (index: number) => {
    moved.current = true
    setAt(Math.max(0, Math.min(products.length - 1, index)))
    virtual.scrollToIndex(Math.max(0, Math.min(products.length - 1, index)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const product = products[current]
    const page = Math.max(1, virtual.getVirtualItems().length - 2 * overscan - 1)
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: products.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) go(step)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) ticks.toggleAll()
    else if (event.target instanceof HTMLButtonElement || !product) return
    else if (event.key === 'i' && product.blocks > 0) onList(product)
    else if (event.key === ' ') ticks.toggle(product.id, event.shiftKey)
    else if (event.key === 'Enter') {
      const suggestion = suggest(product)
      if (suggestion) onAccept(product, suggestion)
    } else return
    event.preventDefault()
  }

  return (
    <div ref={viewport} className="min-h-48 flex-1 overflow-y-auto border-y border-line bg-raised">
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn in part */}
      <div
        role="grid"
        aria-label={say('panel.products')}
        aria-multiselectable="true"
        aria-rowcount={products.length}
        onKeyDown={onKeyDown}
        className="relative w-full"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const product = products[index]
          if (!product) return null
          return (
            <ProductRow
              key={key}
              product={product}
              index={index}
              top={start}
              focusable={index === current}
              ticked={ticks.ticked.has(product.id)}
              suggestion={suggest(product)}
              onFocus={() => setAt(index)}
              onToggle={range => ticks.toggle(product.id, range)}
              onAccept={suggestion => onAccept(product, suggestion)}
              onList={() => onList(product)}
            />
          )
        })}
      </div>
    </div>
  )
}
