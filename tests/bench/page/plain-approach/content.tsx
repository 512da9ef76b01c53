/** The approach that comes to mind first: a component for each row, and an observer on everything. */
import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'

const words: Record<string, string> = {
  '#2563eb': 'Ready to export',
  '#16a34a': 'Exported',
  '#eab308': 'Missing product group',
  '#dc2626': 'Export failed',
}

function Mark({ row }: { row: HTMLTableRowElement }) {
  const [hovered, hover] = useState(false)
  const cells = [...row.cells].map(cell => cell.textContent)
  const status = words[row.querySelector('svg')?.getAttribute('fill') ?? ''] ?? 'Not recognised'
  return (
    <button type="button" onMouseEnter={() => hover(true)} onMouseLeave={() => hover(false)}>
      {status}
      {hovered && <span role="tooltip">{`${cells[0]}: ${status}`}</span>}
    </button>
  )
}

const roots = new Map<HTMLTableRowElement, Root>()
const seen = new IntersectionObserver(() => undefined)
const sized = new ResizeObserver(() => undefined)

function annotate(): void {
  for (const [row, root] of roots) {
    if (row.isConnected) continue
    root.unmount()
    roots.delete(row)
  }
  for (const row of document.querySelectorAll<HTMLTableRowElement>('tbody tr:not([aria-hidden])')) {
    let root = roots.get(row)
    if (!root) {
      const place = document.createElement('span')
      place.className = 'plain-mark'
      row.cells[row.cells.length - 1]?.append(place)
      root = createRoot(place)
      roots.set(row, root)
      seen.observe(row)
      sized.observe(row)
    }
    root.render(<Mark row={row} />)
  }
}

let asked = false
new MutationObserver(() => {
  if (asked) return
  asked = true
  requestAnimationFrame(() => {
    asked = false
    annotate()
  })
}).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true })
annotate()
