const margin = 8
const gap = 6

/** Puts an open piece by a box of the page: under it, above where there is no room, always inside the window. */
export function placeNear(piece: HTMLElement, box: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = piece
  const { innerWidth, innerHeight } = window
  const under = box.bottom + gap
  const above = box.top - gap - height
  const top = under + height <= innerHeight - margin || above < margin ? under : above
  const left = box.left + box.width / 2 - width / 2
  const within = (value: number, most: number) => Math.max(margin, Math.min(value, most - margin))
  piece.style.top = `${Math.round(within(top, innerHeight - height))}px`
  piece.style.left = `${Math.round(within(left, innerWidth - width))}px`
}
