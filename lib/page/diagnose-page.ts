import type { CloudReading } from './cloud.ts'
import { headsIn } from './grid/head.ts'
import { rootsOf } from './grid/roots.ts'
import { judgeCloud } from './judge-cloud.ts'
import { masked } from './masked.ts'
import type { PageDiagnosis } from './page-diagnosis.ts'
import { Column, type PageProfile } from './profile.ts'
import type { RowRead } from './row.ts'
import { shownText } from './shown-text.ts'
import { tryOut } from './try-out.ts'

const most = { heads: 10, labels: 60, label: 200, clouds: 20, examples: 3, value: 100 }

/** What a profile finds in a document, where, and with what evidence. No name and no amount leaves it. */
export function diagnosePage(page: Document, profile: PageProfile): PageDiagnosis {
  const roots = rootsOf(page)
  const { grid, reads } = tryOut(page, profile)
  return {
    language: page.documentElement.lang.slice(0, 100),
    isFrame: page.defaultView !== page.defaultView?.top,
    shadowRoots: roots.length - 1,
    frames: page.querySelectorAll('iframe, frame').length,
    ours: roots.reduce((sum, root) => sum + root.querySelectorAll('[data-clearcloud]').length, 0),
    heads: roots
      .flatMap(root => headsIn(root, profile).heads)
      .slice(0, most.heads)
      .map(({ cells, columns }) => ({
        labels: cells.slice(0, most.labels).map(labelOf),
        columns: Object.fromEntries([...columns].map(([column, header]) => [column, labelOf(header)])),
      })),
    list: grid && {
      parts: grid.roots.length,
      row: markupOf(reads[0]?.row),
      rows: reads.length,
      shown: {
        number: countOf(reads, ({ number }) => number),
        supplier: countOf(reads, ({ supplier }) => supplier),
        date: countOf(reads, ({ date }) => date.text),
        total: countOf(reads, ({ total }) => total.text),
      },
      clouds: cloudsOf(reads.map(({ seen }) => judgeCloud(seen.cloud, profile.clouds))),
      examples: reads.slice(0, most.examples).map(({ row }) => {
        const cells = grid.cells(row)
        return Object.fromEntries(
          Column.options.flatMap(column => {
            const cell = cells.get(column)
            return cell ? [[column, masked(shownText(cell)).slice(0, most.value)]] : []
          }),
        )
      }),
    },
  }
}

function labelOf(header: Element): string {
  return (header.getAttribute('aria-label') ?? shownText(header)).slice(0, most.label)
}

function markupOf(row: Element | undefined): string {
  const role = row?.getAttribute('role')
  return row ? `<${row.localName}${role ? ` role="${role}"` : ''}>`.slice(0, 100) : 'none'
}

function countOf(reads: readonly RowRead[], shown: (seen: RowRead['seen']) => string): number {
  return reads.filter(({ seen }) => shown(seen) !== '').length
}

/** Readings that are alike as one. A class or a label may carry an invoice's number: of what is quoted, no figure is told. */
function cloudsOf(readings: readonly CloudReading[]): { says: string; rows: number }[] {
  const counts = new Map<string, number>()
  for (const { status, confidence, evidence } of readings) {
    const by = evidence.join('; ').replace(/“[^”]*”/g, quoted => quoted.replace(/\d+/g, '0')) || 'nothing'
    const says = `${status} (${confidence.toFixed(2)}): ${by}`.slice(0, 600)
    counts.set(says, (counts.get(says) ?? 0) + 1)
  }
  return [...counts].slice(0, most.clouds).map(([says, rows]) => ({ says, rows }))
}
