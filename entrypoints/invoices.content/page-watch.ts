import { findGrid, type Grid } from '#lib/page/grid.ts'
import type { PageProfile } from '#lib/page/profile.ts'
import { isOurs } from '#lib/page/row.ts'

export interface PageWatchOptions {
  profile: PageProfile
  signal: AbortSignal
  /** A grid was found, or the one there was is gone (null); `headers`: of what looked like one, for a report. */
  onGrid(grid: Grid | null, headers: string[]): void
  /** Rows that are new or changed, in the same frame where they are few. */
  onRows(rows: Element[]): void
  /** Something of ours may have been removed from the page. */
  onRemoved(): void
}

/** What may change of a cloud without any element coming or going. Nothing that we write ourselves. */
const telling = ['class', 'title', 'aria-label', 'alt', 'src', 'href', 'fill', 'style']
/** A page that changes more often than this within a second is looked at only so often. */
const mostAtOnce = 120
const slowMs = 400
const searchEveryMs = 80

/**
 * Watches a page we do not own: first for a grid of invoices, then that grid for rows. One observer: on the
 * grid alone once it is found, and on what it stands in for its going away. Where the page's own router takes
 * a person shows in what comes and goes; the address tells nothing more.
 */
export function watchPage({ profile, signal, onGrid, onRows, onRemoved }: PageWatchOptions): void {
  let grid: Grid | null = null
  let headers = ''
  let searching: ReturnType<typeof setTimeout> | undefined
  const dirty = new Set<Element>()
  let lookLater: ReturnType<typeof setTimeout> | undefined
  let looks: number[] = []

  const observer = new MutationObserver(records => {
    if (!grid) search()
    else if (!grid.root.isConnected || !grid.header.isConnected) lose()
    else if (gather(records, grid)) look()
  })

  /** Gives whether there is something to look at. What we wrote ourselves is nothing. */
  function gather(records: readonly MutationRecord[], { rowOf, rows, root }: Grid): boolean {
    let many = false
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'childList' && addedNodes.length > 0 && [...addedNodes].every(isOwnNode)) continue
      if ([...removedNodes].some(isOwnNode)) onRemoved()
      if (!root.contains(target)) continue
      const row = rowOf(target)
      if (row) dirty.add(row)
      else if (type === 'childList') many = true
    }
    if (many) for (const row of rows()) dirty.add(row)
    return dirty.size > 0 || many
  }

  function look(): void {
    if (lookLater !== undefined) return
    const now = performance.now()
    looks = [...looks.filter(at => now - at < 1000), now]
    if (looks.length > mostAtOnce) {
      lookLater = setTimeout(() => {
        lookLater = undefined
        tell()
      }, slowMs)
    } else tell()
  }

  function tell(): void {
    const rows = [...dirty].filter(row => row.isConnected)
    dirty.clear()
    onRows(rows)
  }

  function lose(): void {
    grid = null
    dirty.clear()
    onGrid(null, [])
    observe()
    search()
  }

  function search(): void {
    searching ??= setTimeout(() => {
      searching = undefined
      if (grid || signal.aborted) return
      const found = findGrid(document, profile)
      if (found.grid) attach(found.grid, found.headers)
      else if (found.headers.join() !== headers) {
        headers = found.headers.join()
        onGrid(null, found.headers)
      }
    }, searchEveryMs)
  }

  function attach(found: Grid, labels: string[]): void {
    grid = found
    headers = labels.join()
    observe()
    onGrid(found, labels)
    onRows(found.rows())
  }

  function observe(): void {
    observer.disconnect()
    if (signal.aborted) return
    if (!grid) {
      observer.observe(document.documentElement, { childList: true, subtree: true })
      return
    }
    observer.observe(grid.root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: telling,
    })
    for (let above = grid.root.parentElement; above; above = above.parentElement) {
      observer.observe(above, { childList: true })
    }
  }

  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(searching)
    clearTimeout(lookLater)
  })
  observe()
  search()
}

function isOwnNode(node: Node): boolean {
  return node instanceof Element && isOurs(node)
}
