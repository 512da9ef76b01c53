import { type Mark, shapeOf } from './mark.ts'

const gap = 3
const side = 24

/** How wide each word's mark is, as laid out; the same on every page of a browser. */
const widths = new Map<string, number>()

interface Measured {
  mark: Mark
  /** Where it would stand if it had not been moved. */
  left: number
  top: number
  full: number
  icon: DOMRect
  control: DOMRect
  cell: DOMRect
}

/** How a mark stands in its cell; the same for all marks that are alike in cells that are alike. */
export interface Placement {
  x: number
  y: number
  room: 'word' | 'none'
}

/** What makes two marks stand alike: the kind of cell and control, and how wide the mark is. */
export function kindOf({ place, content, covers }: Mark): string {
  const { cell, control, icon } = place
  return [cell.className, control?.className ?? '', icon?.localName ?? '', shapeOf(content), covers].join('|')
}

/**
 * Where marks belong: beside their clouds, or over them, without moving anything: they are positioned absolutely
 * where the page's own flow would put them, and moved from there. All boxes are read before anything is written.
 */
export function measureEach(marks: readonly Mark[]): Map<Mark, Placement> {
  const measured = marks.map(measure)
  return new Map(measured.map(each => [each.mark, placementOf(each)]))
}

function placementOf(each: Measured): Placement {
  const { left, top, room } = each.mark.covers ? over(each) : beside(each)
  const shown = room >= each.full ? 'word' : 'none'
  // Kept inside the cell as long as the cell can hold it: beyond it the page might begin to scroll.
  const width = shown === 'word' ? each.full : side
  const { cell } = each
  const x = Math.round(Math.max(cell.left, Math.min(left, cell.right - width)) - each.left)
  return { x, y: Math.round(top - each.top), room: shown }
}

export function isSamePlacement(a: Placement, b: Placement): boolean {
  return a.x === b.x && a.y === b.y && a.room === b.room
}

/** A mark is not seen before it is known where it belongs. */
export function hide({ host }: Mark): void {
  host.style.setProperty('visibility', 'hidden', 'important')
}

/** Puts a mark where it belongs; writes nothing where it stands there already. */
export function put(mark: Mark, { x, y, room }: Placement): void {
  mark.host.style.removeProperty('visibility')
  if (mark.host.dataset.room !== room) mark.host.dataset.room = room
  if (x === mark.moved.x && y === mark.moved.y) return
  mark.moved = { x, y }
  mark.host.style.setProperty('translate', `${x}px ${y}px`, 'important')
}

function measure(mark: Mark): Measured {
  const own = mark.host.getBoundingClientRect()
  const { cell, icon, control } = mark.place
  const word = shapeOf(mark.content)
  if (!widths.has(word) && mark.host.dataset.room !== 'none' && own.width > 0) widths.set(word, own.width)
  const box = cell.getBoundingClientRect()
  const iconBox = icon?.getBoundingClientRect() ?? middleOf(box)
  const controlBox = control && control !== cell ? control.getBoundingClientRect() : iconBox
  return {
    mark,
    left: own.left - mark.moved.x,
    top: own.top - mark.moved.y,
    full: widths.get(word) ?? Number.POSITIVE_INFINITY,
    icon: iconBox,
    // A control that fills its cell is no place to stand beside.
    control: controlBox.width > box.width * 0.7 ? iconBox : controlBox,
    cell: box,
  }
}

/** Right of the cloud; left of it where there is no room; else on its corner. */
function beside({ icon, control, cell, full }: Measured) {
  const top = icon.top + icon.height / 2 - side / 2
  const right = cell.right - control.right - gap
  if (right >= side) return { left: control.right + gap, top, room: right }
  const left = control.left - cell.left - gap
  if (left >= side) return { left: control.left - gap - (left >= full ? full : side), top, room: left }
  return { left: icon.right - side / 3, top: icon.top - side / 2, room: 0 }
}

/** Its middle on the cloud's middle: there the page's cloud is not seen. */
function over({ icon, cell, full }: Measured) {
  const room = cell.right - cell.left
  const width = room >= full ? full : side
  return {
    left: icon.left + icon.width / 2 - width / 2,
    top: icon.top + icon.height / 2 - side / 2,
    room,
  }
}

function middleOf(box: DOMRect): DOMRect {
  return new DOMRect(box.left + box.width / 2 - side / 2, box.top + box.height / 2 - side / 2, side, side)
}
