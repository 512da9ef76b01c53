import type { CloudStatus } from '../domain/invoice.ts'
import { lookAtCloud } from './cloud.ts'
import { unmarked } from './grid/unmarked.ts'
import { findGrid, type Grid, rowsOf } from './grid.ts'
import { judgeCloud } from './judge-cloud.ts'
import type { PageProfile } from './profile.ts'
import { isReadable, type RowRead, readRow } from './row.ts'
import type { CloudShown } from './taught-cloud.ts'

/** What a profile makes of a page. */
export interface Trial {
  grid: Grid | null
  reads: RowRead[]
  /** Rows with a number, and a supplier or a total. */
  readable: number
  clouds: Map<CloudStatus, number>
}

/** Reads a page by a profile as the companion would, and leaves no trace in it. */
export function tryOut(page: Document, profile: PageProfile): Trial {
  const { grid } = findGrid(page, profile, unmarked)
  const reads = grid ? rowsOf(grid).flatMap(row => readRow(grid, row, profile) ?? []) : []
  const clouds = new Map<CloudStatus, number>()
  for (const { seen } of reads) {
    const { status } = judgeCloud(seen.cloud, profile.clouds)
    clouds.set(status, (clouds.get(status) ?? 0) + 1)
  }
  return { grid, reads, readable: reads.filter(({ seen }) => isReadable(seen)).length, clouds }
}

/** What is to be seen of the clouds of rows. */
export function cloudsShown(reads: readonly RowRead[]): CloudShown[] {
  return reads.map(({ cell, icon }) => lookAtCloud(cell, icon))
}
