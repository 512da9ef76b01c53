import { rootsOf } from '#lib/page/grid/roots.ts'
import type { Unmarked } from '#lib/page/grid/unmarked.ts'
import { type Candidates, findGrid, type Grid } from '#lib/page/grid.ts'
import type { PageProfile } from '#lib/page/profile.ts'
import { isOurs } from '#lib/page/row.ts'

export interface PageWatchOptions {
  profile: PageProfile
  signal: AbortSignal
  /** What finds a list that does not say that it is one, once it is there. */
  unmarked(): Unmarked | undefined
  /** A grid was found, or the one there was is gone (null); `headers`: of what looked like one, for a report. */
  onGrid(grid: Grid | null, headers: string[]): void
  /** Nothing on the page is a list of invoices, or only an empty one; told at each of its changes. */
  onNothing(): void
  /** All there may be of rows, where many or all of them are new; `grid.isRow` tells which are. */
  onList(candidates: Candidates): void
  /** Single rows that are new or changed, before the page draws them; none where some only went. */
  onRows(rows: Element[]): void
  /** Something of ours may have been removed from the page. */
  onRemoved(): void
}

export interface PageWatch {
  /** Looks for the list anew, as after a change of the page. */
  search(): void
  /** Whether it is about to: the page has changed. */
  readonly isSearching: boolean
}

/** What may change of a cloud or a header without any element coming or going. Nothing that we write ourselves. */
const telling = ['class', 'title', 'aria-label', 'aria-colindex', 'alt', 'src', 'href', 'fill', 'style']
/** So many rows coming at once are looked at one by one; more of them are a new list. */
const single = 60
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
export function watchPage(options: PageWatchOptions): PageWatch {
  const { profile, signal, onGrid, onNothing, onList, onRows, onRemoved } = options
  let grid: Grid | null = null
  /** When it was last looked through: one without rows may not be the list at all. */
  let isEmpty = true
  let headers = ''
  let pauseMs = searchEveryMs
  let searching: ReturnType<typeof setTimeout> | undefined
  const dirty = new Set<Element>()
  let isNew = false
  let lookLater: ReturnType<typeof setTimeout> | undefined
  let looks = { since: 0, count: 0 }

  const observer = new MutationObserver(records => {
    if (!grid) return search()
    if (!partsOf(grid).every(({ isConnected }) => isConnected)) return lose()
    if (isEmpty || records.some(record => isElsewhere(record, grid))) search()
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
  function gather(records: readonly MutationRecord[], { rowOf, roots }: Grid): boolean {
    let some = false
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'childList' && addedNodes.length > 0 && [...addedNodes].every(isOwnNode)) continue
      if ([...removedNodes].some(isOwnNode)) onRemoved()
      if (isNew || !roots.some(root => root.contains(target))) continue
      const row = rowOf(target)
      if (row) dirty.add(row)
      else if (type === 'childList') arrived(addedNodes, rowOf)
      some ||= row !== null || type === 'childList'
      isNew ||= dirty.size > single
    }
    return some || isNew
  }

  /** What came is a row, or holds rows, or is none of them; what many of them are is asked later. */
  function arrived(added: NodeList, rowOf: Grid['rowOf']): void {
    if (added.length > single) isNew = true
    for (const node of isNew ? [] : added) {
      if (!(node instanceof Element)) continue
      const row = rowOf(node)
      if (row) dirty.add(row)
      else isNew ||= node.childElementCount > 0
    }
  }

  function look(): void {
    if (lookLater !== undefined) return
    const now = performance.now()
    if (now - looks.since > 1000) looks = { since: now, count: 0 }
    looks.count += 1
    if (looks.count > mostAtOnce) {
      lookLater = setTimeout(() => {
        lookLater = undefined
        tell()
      }, slowMs)
    } else tell()
  }

  function tell(): void {
    const rows = [...dirty].filter(row => row.isConnected)
    dirty.clear()
    if (!grid) return
    const there = isNew || rows.length === 0 ? grid.candidates() : null
    if (there) isEmpty = !hasRow(there, grid)
    if (isEmpty) onNothing()
    if (isNew && there) onList(there)
    else onRows(rows)
    isNew = false
  }

  function lose(): void {
    grid = null
    dirty.clear()
    isNew = false
    onGrid(null, [])
    observe()
    search()
  }

  function search(): void {
    searching ??= setTimeout(() => {
      searching = undefined
      if (signal.aborted) return
      const began = performance.now()
      const found = findGrid(document, profile, options.unmarked())
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
    onGrid(found, labels)
    isNew = true
    // In a task of its own: to find a list and to look at it take time, on a page with ten thousand rows.
    clearTimeout(lookLater)
    lookLater = setTimeout(() => {
      lookLater = undefined
      tell()
    })
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
  return {
    search,
    get isSearching() {
      return searching !== undefined
    },
  }
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

function hasRow(candidates: Candidates, grid: Grid): boolean {
  for (const each of candidates) if (grid.cells(each).size > 0) return true
  return false
}
