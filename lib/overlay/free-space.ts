interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** How far above the grid we look for room, and how many elements we look at at most. */
const reach = 200
const mostElements = 4000
const step = 6

const drawn = 'input, select, textarea, button, img, svg, canvas, video, a, [role="button"], [role="tab"]'

/**
 * The free room nearest above a grid that holds something of `height`, and at least `least` wide; null where
 * there is none. Free is where the page draws neither text nor control.
 */
export function freeRoomAbove(grid: Element, height: number, least: number): Box | null {
  const shown = shownPart(grid)
  const box = shown.getBoundingClientRect()
  const above: Box = {
    left: Math.max(8, box.left),
    right: Math.min(innerWidth - 8, box.right),
    top: Math.max(0, box.top - reach),
    bottom: box.top,
  }
  if (above.right - above.left < least || above.bottom - above.top < height) return null
  const taken = inkIn(document.body, shown, above)
  for (let top = above.bottom - height - 2; top >= above.top; top -= step) {
    const row: Box = { ...above, top, bottom: top + height }
    const widest = widestGap(row, taken)
    if (widest.right - widest.left >= least) return centred(widest, taken, above)
  }
  return null
}

/** A long grid may scroll within something that holds little else: what is above that is above the grid. */
function shownPart(grid: Element): Element {
  const { top } = grid.getBoundingClientRect()
  for (let each = grid.parentElement; each && each !== document.body; each = each.parentElement) {
    const before = top + each.scrollTop - each.getBoundingClientRect().top
    if (before < 60 && getComputedStyle(each).overflowY !== 'visible') return each
  }
  return grid
}

/** In the middle of the room between what is above and what is below, if that is not much more than it needs. */
function centred(box: Box, taken: readonly Box[], within: Box): Box {
  const near = taken.filter(({ left, right }) => left < box.right && right > box.left)
  const from = Math.max(
    within.top,
    ...near.filter(({ bottom }) => bottom <= box.top).map(({ bottom }) => bottom),
  )
  const to = Math.min(within.bottom, ...near.filter(({ top }) => top >= box.bottom).map(({ top }) => top))
  const height = box.bottom - box.top
  if (to - from > 2.4 * height) return box
  const top = from + (to - from - height) / 2
  return { ...box, top, bottom: top + height }
}

/** The boxes of what is drawn in an area: text by its own lines, controls and pictures whole. */
function inkIn(root: Element, grid: Element, area: Box): Box[] {
  const boxes: Box[] = []
  let seen = 0
  const walk = (element: Element): void => {
    if (seen++ > mostElements || element === grid || element.hasAttribute('data-clearcloud')) return
    const box = element.getBoundingClientRect()
    const empty = box.width === 0 || box.height === 0
    // Fixed and absolute children may stand outside of their parent's box; only the outermost are likely to have them.
    const isOutermost = element.parentElement === document.body
    if (!empty && !overlaps(box, area) && element.childElementCount > 0 && !isOutermost) return
    if (element.matches(drawn)) {
      if (!empty && overlaps(box, area)) boxes.push(box)
      return
    }
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child)
      else if (child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim()) {
        const range = document.createRange()
        range.selectNodeContents(child)
        for (const line of range.getClientRects()) if (overlaps(line, area)) boxes.push(line)
      }
    }
  }
  walk(root)
  return boxes
}

function widestGap(row: Box, taken: readonly Box[]): Box {
  const margin = 14
  const blocks = taken
    .filter(box => overlaps(box, row))
    .map(({ left, right }) => ({ left: left - margin, right: right + margin }))
    .sort((a, b) => a.left - b.left)
  let widest = { ...row, right: row.left }
  let from = row.left
  for (const { left, right } of [...blocks, { left: row.right, right: row.right }]) {
    if (left - from > widest.right - widest.left) widest = { ...row, left: from, right: left }
    from = Math.max(from, right)
  }
  return widest
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
