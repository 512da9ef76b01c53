import type { InvoiceId } from '#lib/domain/ids.ts'
import { createMark, type Mark, type MarkContent, type MarkPlace, sameContent } from './mark.ts'
import { hide, isSamePlacement, kindOf, measureEach, type Placement, put } from './mark-place.ts'
import { pageStyles } from './mark-styles.ts'
import { adopt } from './sheets.ts'

/** How often one mark is put back within the time before we give way to a page that does not want it. */
const mostReturns = 8
const withinMs = 10_000

export interface MarksOptions {
  /** Whether the list is light or dark; asked with the first mark. */
  scheme(): 'light' | 'dark'
  /** Told once when the page keeps removing our marks and we stop putting them back. */
  onGivenUp(): void
  now?(): number
}

/** All our marks on a page, by the row that they belong to. */
export interface Marks {
  /**
   * Marks a row's cloud, or changes its mark, or puts back one that the page removed; `settle` measures.
   */
  show(row: Element, place: MarkPlace, content: MarkContent): void
  /** Takes the mark of a row away. */
  remove(row: Element): void
  /** Takes the mark of a row away unless a person is at it; gives whether it is gone. */
  letGo(row: Element): boolean
  /** Forgets the rows that are no longer in the page. */
  sweep(): void
  /**
   * Moves what was shown since to where others of its kind stand. The first of a kind waits unseen for
   * `verify`: reading the layout of a page that was just changed is dear.
   */
  settle(): void
  /** Measures what was placed like others, or not yet; to be called when the page has laid itself out. */
  verify(): void
  /** Measures all again: the page has another size. */
  resettle(): void
  /** The mark that an event came from, out of a shadow root of the page too. */
  of(event: Event): Mark | undefined
  ofInvoice(id: InvoiceId): Mark | undefined
  all(): Iterable<Mark>
  /** Whether the page would not have our marks. */
  readonly givenUp: boolean
  stop(): void
}

export function createMarks(options: MarksOptions): Marks {
  const now = options.now ?? (() => performance.now())
  const byRow = new Map<Element, Mark>()
  const byHost = new WeakMap<EventTarget, Mark>()
  const returns = new WeakMap<Element, number[]>()
  const unsettled = new Set<Mark>()
  const unverified = new Set<Mark>()
  const placements = new Map<string, Placement>()
  const positioned = new Map<string, boolean>()
  /** The document, and each shadow root of the page that holds a cloud. */
  const styled = new Map<Node, () => void>()
  let scheme: 'light' | 'dark' | undefined
  let givenUp = false

  function insert(mark: Mark): void {
    const { cell, icon, control } = mark.place
    // Asked before anything is written: the answer is at hand then.
    const positions = needsPosition(cell)
    const beside = control && control !== cell ? control : icon
    if (beside && beside !== cell && cell.contains(beside)) beside.after(mark.host)
    else cell.append(mark.host)
    style(cell.getRootNode())
    if (positions) cell.setAttribute('data-clearcloud-cell', '')
    unsettled.add(mark)
  }

  function style(root: Node): void {
    if (styled.has(root) || !(root instanceof Document || root instanceof ShadowRoot)) return
    styled.set(root, adopt(root, pageStyles))
  }

  /** Cells of a class are alike: one of them is asked. */
  function needsPosition(cell: Element): boolean {
    const known = positioned.get(cell.className)
    if (known !== undefined) return !known
    const is = getComputedStyle(cell).position !== 'static'
    positioned.set(cell.className, is)
    return !is
  }

  /** Of marks of a kind the first and the last are measured; where these stand alike, so do those between. */
  function putAlike(marks: readonly Mark[]): void {
    const kinds = [...Map.groupBy(standing(marks), kindOf).values()]
    const ends = kinds.flatMap(kind => (kind.length < 3 ? kind : [...kind.slice(0, 1), ...kind.slice(-1)]))
    const measured = measureEach(ends)
    const apart: Mark[] = []
    for (const kind of kinds) {
      const [one, other] = [kind[0], kind.at(-1)].map(mark => mark && measured.get(mark))
      if (one && other && isSamePlacement(one, other)) for (const mark of kind) putAs(mark, one)
      else apart.push(...kind)
    }
    putMeasured(apart)
  }

  function putMeasured(marks: readonly Mark[]): void {
    for (const [mark, placement] of measureEach(standing(marks))) putAs(mark, placement)
  }

  function putAs(mark: Mark, placement: Placement): void {
    placements.set(kindOf(mark), placement)
    put(mark, placement)
  }

  function cover({ covers, place }: Mark): void {
    const { icon } = place
    if (!icon || icon === place.cell) return
    if (icon.hasAttribute('data-clearcloud-covered') !== covers) {
      icon.toggleAttribute('data-clearcloud-covered', covers)
    }
  }

  function remove(row: Element): void {
    const mark = byRow.get(row)
    if (!mark) return
    mark.place.icon?.removeAttribute('data-clearcloud-covered')
    mark.place.cell.removeAttribute('data-clearcloud-cell')
    mark.host.remove()
    unsettled.delete(mark)
    unverified.delete(mark)
    byRow.delete(row)
  }

  function restore(row: Element): void {
    const mark = byRow.get(row)
    if (!mark || givenUp || mark.host.isConnected || !mark.place.cell.isConnected) return
    const at = now()
    const recent = [...(returns.get(row) ?? []).filter(time => at - time < withinMs), at]
    returns.set(row, recent)
    if (recent.length <= mostReturns) {
      insert(mark)
      cover(mark)
      return
    }
    givenUp = true
    for (const each of [...byRow.keys()]) remove(each)
    options.onGivenUp()
  }

  return {
    show(row, place, content) {
      if (givenUp) return
      const known = byRow.get(row)
      scheme ??= options.scheme()
      const mark = known ?? createMark(place, content, scheme)
      if (!known) {
        byRow.set(row, mark)
        byHost.set(mark.host, mark)
      }
      const moved = place.cell !== mark.place.cell || place.icon !== mark.place.icon
      if (moved) mark.place.icon?.removeAttribute('data-clearcloud-covered')
      mark.place = place
      if (known && !sameContent(known.content, content)) {
        mark.show(content)
        unsettled.add(mark)
      } else if (known) mark.content = content
      if (!known || moved) insert(mark)
      else restore(row)
      cover(mark)
    },
    remove,
    letGo(row) {
      if (byRow.get(row)?.isHeld) return false
      remove(row)
      return true
    },
    sweep() {
      for (const row of byRow.keys()) if (!row.isConnected) remove(row)
    },
    settle() {
      const marks = [...unsettled].filter(mark => mark.host.isConnected)
      unsettled.clear()
      for (const mark of marks) {
        const placement = placements.get(kindOf(mark))
        if (placement) put(mark, placement)
        else hide(mark)
        unverified.add(mark)
      }
    },
    verify() {
      putAlike([...unverified])
      unverified.clear()
    },
    resettle() {
      placements.clear()
      putAlike([...byRow.values()])
    },
    of(event) {
      for (const target of event.composedPath()) {
        const mark = byHost.get(target)
        if (mark) return mark
      }
      return undefined
    },
    ofInvoice: id => [...byRow.values()].find(mark => mark.content.invoice?.id === id),
    all: () => byRow.values(),
    get givenUp() {
      return givenUp
    },
    stop() {
      for (const row of [...byRow.keys()]) remove(row)
      for (const takeBack of styled.values()) takeBack()
    },
  }
}

function standing(marks: readonly Mark[]): Mark[] {
  return marks.filter(mark => mark.host.isConnected)
}
