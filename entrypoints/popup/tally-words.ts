import type { Status } from '#lib/domain/assessment.ts'
import type { Tally } from '#lib/store/queries/outlet-counts.ts'

/** Each count's shape, its short word, and the words with which its button's name begins. */
export const tallyWords: Record<Tally, { status: Status; short: string; full: string }> = {
  ready: { status: 'ready', short: 'Ready', full: 'Ready to export' },
  missing: { status: 'missing-product-group', short: 'Missing', full: 'Missing' },
  exporting: { status: 'exporting', short: 'Exporting', full: 'Exporting' },
  exported: { status: 'exported', short: 'Exported', full: 'Exported' },
  failed: { status: 'failed', short: 'Failed', full: 'Export failed' },
}
