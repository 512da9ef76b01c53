import type { Candidates } from '#lib/page/grid.ts'
import { drawn, idle, inSlices, whenDrawn } from './slices.ts'

/** A list of no more rows is looked at whole, wherever it stands. */
const few = 60
/** So many rows that were in sight stay marked; of more, those that are far from it are let go. */
const mostKept = 400
/** Rows that pass in a scroll are left alone: to mark one of many costs the page a layout. */
const stillMs = 100
const longestStepMs = 300
/** What may be done of changed rows within the page's own task. */
const firstMs = 2

/** What is out of sight waits until the list has been the same for so long. */
const restMs = 1000

/** How many rows of a list tell whether they stand in their order, one under the other. */
const samples = 12

export interface SightOptions {
  signal: AbortSignal
  /** All that may be a row now, in the document's order. */
  candidates(): Candidates
  /** A row is in sight, or nearly: it is to be read and marked. */
  see(row: Element): void
  /** A row is out of sight: it is only told of, when the page has nothing else to do. */
  tell(row: Element): void
  /** A row that was seen is far from sight again. Gives whether it was let go. */
  leave(row: Element): boolean
  /** Some rows were seen. */
  after(): void
}

/** Which rows of a list are in sight: those alone cost the page anything while it is used. */
export interface Sight {
  /** There is another list, or many of its rows are others. */
  show(rows: Candidates): void
  /** Single rows are new, changed or gone. */
  change(rows: readonly Element[]): void
  /** Others may have come into sight: they are looked at once the page stands still. */
  moved(): void
  /** Nothing but the rows themselves tells of those out of sight: from now on they are read, too. */
  tellRest(): void
  /** Whether a row was in the window when it was last looked at; a short list is taken as a whole. */
  isInside(row: Element): boolean
  /** Sees the rows that hold a text, wherever they stand. */
  seeThoseWith(text: string): void
  /** Whether the list has rows that were not seen. */
  readonly isPartial: boolean
}

export function createSight({ signal, candidates, see, tell, leave, after }: SightOptions): Sight {
  let rows: Candidates = []
  let isStale = false
  let seen = new Set<Element>()
  let inside: ReadonlySet<Element> = new Set()
  /** Ends what is still to be done of the list before. */
  let ended = new AbortController()
  let tellsRest = false

  const seeOnce = (row: Element) => {
    if (seen.has(row)) return
    seen.add(row)
    see(row)
  }
  const look = whenDrawn(() => {
    if (isStale) rows = candidates()
    isStale = false
    const found = nearby(rows)
    inside = found.inside
    const near = new Set([...found.inside, ...found.around])
    void inSlices([...near], seeOnce, { signal: ended.signal, after })
    if (seen.size > mostKept) letGo(near)
  }, signal)

  function letGo(near: ReadonlySet<Element>): void {
    for (const row of seen) if (!near.has(row) && leave(row)) seen.delete(row)
  }

  let scrolling: ReturnType<typeof setTimeout> | undefined
  let movedAt = Number.NEGATIVE_INFINITY
  signal.addEventListener('abort', () => {
    ended.abort()
    clearTimeout(scrolling)
  })
  return {
    show(list) {
      ended.abort()
      ended = new AbortController()
      rows = list
      isStale = false
      seen = new Set()
      if (list.length <= few) {
        void inSlices(list, seeOnce, { signal: ended.signal, after })
        return
      }
      look()
      if (tellsRest) void tellInTime(list, ended.signal)
    },
    change(changed) {
      isStale = true
      for (const row of seen) if (!row.isConnected) seen.delete(row)
      const seeAnew = (row: Element) => {
        seen.add(row)
        see(row)
      }
      // The first of them before the page draws them; its frame does not wait for all.
      void inSlices(changed, seeAnew, { signal: ended.signal, after, first: firstMs, turn: drawn })
      if (changed.length === 0) after()
      if (rows.length > few) look()
    },
    moved() {
      if (rows.length <= few) return
      const now = performance.now()
      // A page whose frames take long scrolls in long steps: what is between two of them is no end.
      const step = now - movedAt < longestStepMs ? now - movedAt : 0
      movedAt = now
      clearTimeout(scrolling)
      scrolling = setTimeout(look, Math.max(stillMs, 3 * step))
    },
    tellRest() {
      if (tellsRest) return
      tellsRest = true
      if (rows.length > few) void tellInTime(rows, ended.signal)
    },
    seeThoseWith(text) {
      for (const row of candidates()) if (row.textContent?.includes(text)) seeOnce(row)
      after()
    },
    isInside: row => rows.length <= few || inside.has(row),
    get isPartial() {
      return seen.size < rows.length
    },
  }

  async function tellInTime(list: Candidates, signal: AbortSignal): Promise<void> {
    await new Promise(done => setTimeout(done, restMs))
    await inSlices(list, row => seen.has(row) || tell(row), { signal, turn: idle })
  }
}

/**
 * The rows in the window, and those as far again above and under it. Found by halving where rows stand one under the
 * other, so that ten thousand of them are not asked; else all are.
 */
function nearby(rows: Candidates) {
  const isOrdered = isInOrder(rows)
  const from = isOrdered ? first(rows, ({ bottom }) => bottom > -innerHeight) : 0
  const to = isOrdered ? first(rows, ({ top }) => top >= 2 * innerHeight) : rows.length
  const inside = new Set<Element>()
  const around: Element[] = []
  for (let at = from; at < to; at += 1) {
    const row = rows[at]
    if (!row) continue
    const { top, bottom, height } = row.getBoundingClientRect()
    if (height === 0 || bottom <= -innerHeight || top >= 2 * innerHeight) continue
    if (bottom > 0 && top < innerHeight) inside.add(row)
    else around.push(row)
  }
  return { inside, around }
}

/** Told by some of them. Rows that are not drawn at all have no place among the others. */
function isInOrder(rows: Candidates): boolean {
  let before = Number.NEGATIVE_INFINITY
  for (let at = 0; at < samples; at += 1) {
    const box = rows[Math.floor((at * (rows.length - 1)) / (samples - 1))]?.getBoundingClientRect()
    if (!box || box.height === 0 || box.top < before) return false
    before = box.top
  }
  return true
}

/** The first place at which something holds that holds for all after it. */
function first(rows: Candidates, holds: (box: DOMRect) => boolean): number {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const row = rows[middle]
    if (row && holds(row.getBoundingClientRect())) to = middle
    else from = middle + 1
  }
  return from
}
