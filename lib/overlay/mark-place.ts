import type { Mark } from './mark.ts'

const gap = 3
const side = 24
/** How much of a mark with its word is the shape: half of it lies over the middle of the page's cloud. */
const shapeMiddle = 12

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

/**
 * Puts marks beside their clouds, or over them, without moving anything: they are positioned absolutely where
 * the page's own flow would put them, and moved from there. All boxes are read before anything is written.
 */
export function placeMarks(marks: readonly Mark[]): void {
  const measured = marks.map(measure)
  for (const each of measured) {
    const { mark, full, cell } = each
    const { left, top, room } = mark.covers ? over(each) : beside(each)
    const shown = room >= full ? 'word' : 'none'
    if (mark.host.dataset.room !== shown) mark.host.dataset.room = shown
    // Kept inside the cell as long as the cell can hold it: beyond it the page might begin to scroll.
    const width = shown === 'word' ? full : side
    const x = Math.round(Math.max(cell.left, Math.min(left, cell.right - width)) - each.left)
    const y = Math.round(top - each.top)
    if (x === mark.moved.x && y === mark.moved.y) continue
    mark.moved = { x, y }
    mark.host.style.setProperty('translate', `${x}px ${y}px`, 'important')
  }
}

function measure(mark: Mark): Measured {
  const own = mark.host.getBoundingClientRect()
  const { cell, icon, control } = mark.place
  const word = mark.content.status
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

/** The shape's middle on the cloud's middle, the word to its right. */
function over({ icon, cell }: Measured) {
  const middle = icon.left + icon.width / 2
  const top = icon.top + icon.height / 2 - side / 2
  return { left: middle - shapeMiddle, top, room: cell.right - middle + shapeMiddle }
}

function middleOf(box: DOMRect): DOMRect {
  return new DOMRect(box.left + box.width / 2 - side / 2, box.top + box.height / 2 - side / 2, side, side)
}
