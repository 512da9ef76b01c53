import { lookAtCloud } from '#lib/page/cloud.ts'
import { headerCells } from '#lib/page/grid/head.ts'
import { plainLabel, shownText } from '#lib/page/shown-text.ts'
import type { CloudShown } from '#lib/page/taught-cloud.ts'
import type { Trial } from '#lib/page/try-out.ts'

const longestHeader = 60
/** What holds these is more than one header. */
const parts = 'tr, td, [role="row"], [role="cell"], [role="gridcell"]'
const mostCandidates = 200
/** Elements that show words of their own. */
const worded = 'div, span, p, td, th, li, button, b, strong, label'

/** The words of the header that was pointed at, as its column is known by; null where it has none, or too many. */
export function headerPointedAt(at: Element): string | null {
  const header = at.closest(headerCells) ?? at
  if (header.querySelector(parts)) return null
  const text = header.getAttribute('aria-label') ?? shownText(header)
  return plainLabel(text) === '' || text.length > longestHeader ? null : text
}

/**
 * The cloud that was pointed at: the one of its row where the list is known, whatever part of the cell was hit; else
 * what was hit, in what it stands in.
 */
export function cloudPointedAt(at: Element, { grid, reads }: Trial): CloudShown {
  const row = grid?.rowOf(at)
  const read = reads.find(each => each.row === row)
  if (read?.cell.contains(at)) return lookAtCloud(read.cell, read.icon)
  return lookAtCloud(at.parentElement ?? at, at)
}

/** What may be a header: what says that it is one; else whatever shows a few words and nothing else. */
export function headersOf(page: ParentNode): Element[] {
  const marked = [...page.querySelectorAll(headerCells)]
  const all = marked.length > 0 ? marked : [...page.querySelectorAll(worded)].filter(isPlain)
  return all.filter(each => headerPointedAt(each) !== null && isSeen(each)).slice(0, mostCandidates)
}

function isPlain(element: Element): boolean {
  return element.childElementCount === 0
}

function isSeen(element: Element): boolean {
  return element.checkVisibility?.() ?? true
}
