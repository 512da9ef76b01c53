import type { Assessment, Status } from './assessment.ts'

/** The words of each status: the mark's accessible name begins with them. */
export const statusWords: Record<Status, string> = {
  'not-completed': 'Not completed',
  ready: 'Ready to export',
  'missing-product-group': 'Missing product group',
  'missing-account': 'Missing account',
  exporting: 'Exporting',
  exported: 'Exported',
  failed: 'Export failed',
  'not-recognised': 'Not recognised',
}

/** An assessment in words; see AssessmentWords in lib/messages.ts, of which this is the source. */
export function inWords(assessment: Assessment): { status: string; headline: string } {
  return { status: statusWords[assessment.status], headline: '' }
}
