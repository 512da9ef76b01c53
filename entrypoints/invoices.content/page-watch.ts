import { rootsOf } from '#lib/page/grid/roots.ts'
import { findGrid, type Grid } from '#lib/page/grid.ts'
import type { PageProfile } from '#lib/page/profile.ts'
import { isOurs } from '#lib/page/row.ts'

export interface PageWatchOptions {
  profile: PageProfile
  signal: AbortSignal
  /** A grid was found, or the one there was is gone (null); `headers`: of what looked like one, for a report. */
  onGrid(grid: Grid | null, headers: string[]): void
  /** Nothing on the page is a list of invoices; told at each of its changes. */
  onNothing(): void
  /** Rows that are new or changed, in the same frame where they are few. */
  onRows(rows: Element[]): void
  /** Something of ours may have been removed from the page. */
  onRemoved(): void
}

/** What may change of a cloud or a header without any element coming or going. Nothing that we write ourselves. */
const telling = ['class', 'title', 'aria-label', 'aria-colindex', 'alt', 'src', 'href', 'fill', 'style']
/** A page that changes more often than this within a second is looked at only so often. */
const mostAtOnce = 120
const slowMs = 400
const searchEveryMs = 80
/** Of the page's time no more than this part goes into searching, however often it changes. */
const searchShare = 0.05

/**
 * Watches a page we do not own: first for a grid of invoices, then that grid for rows. One observer: on the
 * grid alone once it is found, and on what it stands in for its going away. Where the page's own router takes
 * a person shows in what comes and goes; the address tells nothing more.
 */
export function watchPage({ profile, signal, onGrid, onNothing, onRows, onRemoved }: PageWatchOptions): void {
  let grid: Grid | null = null
  /** How many rows it had when it was last looked through: one without any may not be the list at all. */
  let rows = 0
  let headers = ''
  let pauseMs = searchEveryMs
  let searching: ReturnType<typeof setTimeout> | undefined
  const dirty = new Set<Element>()
  let lookLater: ReturnType<typeof setTimeout> | undefined
  let looks: number[] = []

  const observer = new MutationObserver(records => {
    if (!grid) return search()
    if (!partsOf(grid).every(({ isConnected }) => isConnected)) return lose()
    if (rows === 0 || records.some(record => isElsewhere(record, grid))) search()
    if (gather(records, grid)) look()
  })

  /** Other headers, or another grid beside: what a column means may have changed. */
  function isElsewhere({ target, addedNodes }: MutationRecord, known: Grid | null): boolean {
    if (known?.heads.some(head => head.contains(target))) return true
    return (
      addedNodes.length > 0 &&
      ![...addedNodes].every(isOwnNode) &&
      !known?.roots.some(root => root.contains(target))
    )
  }

  /** Gives whether there is something to look at. What we wrote ourselves is nothing. */
  function gather(records: readonly MutationRecord[], { rowOf, rows: all, roots }: Grid): boolean {
    let many = false
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'childList' && addedNodes.length > 0 && [...addedNodes].every(isOwnNode)) continue
      if ([...removedNodes].some(isOwnNode)) onRemoved()
      if (!roots.some(root => root.contains(target))) continue
      const row = rowOf(target)
      if (row) dirty.add(row)
      else if (type === 'childList') many = true
    }
    if (many) {
      const there = all()
      rows = there.length
      for (const row of there) dirty.add(row)
    }
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
      if (signal.aborted) return
      const began = performance.now()
      const found = findGrid(document, profile)
      pauseMs = Math.max(searchEveryMs, (performance.now() - began) / searchShare)
      const labels = found.headers.join()
      if (found.grid && !(grid && labels === headers && isSame(found.grid, grid)))
        attach(found.grid, found.headers)
      else if (!found.grid && grid) lose()
      else if (!found.grid) {
        observe()
        if (labels !== headers) onGrid(null, found.headers)
        onNothing()
      }
      headers = labels
    }, pauseMs)
  }

  function attach(found: Grid, labels: string[]): void {
    grid = found
    observe()
    const there = found.rows()
    rows = there.length
    onGrid(found, labels)
    onRows(there)
  }

  function observe(): void {
    observer.disconnect()
    if (signal.aborted) return
    if (!grid) {
      for (const root of rootsOf(document)) {
        observer.observe(root, { childList: true, subtree: true, characterData: true })
      }
      return
    }
    const within = { childList: true, subtree: true, characterData: true, attributes: true }
    const parts = partsOf(grid)
    // A node has one set of options: what is looked into must not be looked at again as what is around another.
    for (const above of parts.flatMap(around)) observer.observe(above, { childList: true })
    for (const part of parts) observer.observe(part, { ...within, attributeFilter: telling })
  }

  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(searching)
    clearTimeout(lookLater)
  })
  observe()
  search()
}

function partsOf({ roots, heads }: Grid): Element[] {
  return [...roots, ...heads]
}

function isSame(a: Grid, b: Grid): boolean {
  const [own, others] = [partsOf(a), partsOf(b)]
  return own.length === others.length && own.every((part, at) => part === others[at])
}

/** All that an element stands in, out of any shadow root too. */
function around(element: Element): Node[] {
  const found: Node[] = []
  for (let above = element.parentNode; above; ) {
    found.push(above)
    above = above instanceof ShadowRoot ? above.host : above.parentNode
  }
  return found
}

function isOwnNode(node: Node): boolean {
  return node instanceof Element && isOurs(node)
}
