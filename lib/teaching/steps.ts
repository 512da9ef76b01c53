import type { Column, KnownCloud } from '#lib/page/profile.ts'

/** One thing to point at. */
export type Step =
  | { kind: 'column'; column: Column }
  | { kind: 'cloud'; status: KnownCloud }
  | { kind: 'row' }

/** What most lists have comes first; each may be gone past where a page has it not. */
const columns: readonly Column[] = ['status', 'number', 'supplier', 'date', 'total', 'type', 'outlet']
const clouds: readonly KnownCloud[] = ['ready', 'exported', 'missing-product-group', 'failed']

/** What a person is asked for, in this order. */
export const steps: readonly Step[] = [
  ...columns.map(column => ({ kind: 'column' as const, column })),
  ...clouds.map(status => ({ kind: 'cloud' as const, status })),
  { kind: 'row' },
]
