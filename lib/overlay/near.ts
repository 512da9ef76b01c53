const margin = 8
const gap = 6

/** Puts an open piece by a box of the page: under it, above where there is no room, always inside the window. */
export function placeNear(piece: HTMLElement, box: DOMRect): void {
  place(piece, box, box.left + box.width / 2 - piece.offsetWidth / 2)
}

/**
 * The same beside the column that the box stands in, on the side with more room: what it says then covers neither its
 * own row nor the next of its kind, which stand above and under it.
 */
export function placeAside(piece: HTMLElement, box: DOMRect): void {
  const { offsetWidth: width } = piece
  const room = { left: box.left, right: window.innerWidth - box.right }
  if (Math.max(room.left, room.right) < width + gap + margin) placeNear(piece, box)
  else place(piece, box, room.left >= room.right ? box.left - gap - width : box.right + gap)
}

function place(piece: HTMLElement, box: DOMRect, left: number): void {
  const { offsetWidth: width, offsetHeight: height } = piece
  const { innerWidth, innerHeight } = window
  const under = box.bottom + gap
  const above = box.top - gap - height
  const top = under + height <= innerHeight - margin || above < margin ? under : above
  const within = (value: number, most: number) => Math.max(margin, Math.min(value, most - margin))
  piece.style.top = `${Math.round(within(top, innerHeight - height))}px`
  piece.style.left = `${Math.round(within(left, innerWidth - width))}px`
}
