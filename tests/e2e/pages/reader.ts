import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import { unmarked } from '#lib/page/grid/unmarked.ts'
import { findGrid, rowsOf } from '#lib/page/grid.ts'
import { judgeCloud } from '#lib/page/judge-cloud.ts'
import { readRow } from '#lib/page/row.ts'

/** What the reader makes of a page, in the page itself. */
export function readInvoices() {
  const { grid, headers } = findGrid(document, foodrazorPage, unmarked)
  const rows = (grid ? rowsOf(grid) : []).flatMap(row => {
    const read = grid && readRow(grid, row, foodrazorPage)
    if (!read) return []
    const { number, supplier, type, date, total, cloud } = read.seen
    const judged = judgeCloud(cloud, foodrazorProfile.clouds)
    const isRowOf = grid.rowOf(read.cell) === row
    const { top, bottom } = read.cell.getBoundingClientRect()
    const isInSight = bottom > 0 && top < innerHeight
    const marks = read.cell.querySelectorAll('[data-clearcloud="mark"]').length
    return [
      {
        number,
        supplier,
        type,
        date: date.text,
        total: total.text,
        cloud: judged.status,
        isRowOf,
        isInSight,
        marks,
      },
    ]
  })
  return { found: grid !== null, headers, rows }
}

Object.assign(globalThis, { readInvoices })
