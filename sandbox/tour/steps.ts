import type { Step } from './step.ts'
import { assignProducts } from './steps/assign-products.ts'
import { connect } from './steps/connect.ts'
import { counts } from './steps/counts.ts'
import { editApproved } from './steps/edit-approved.ts'
import { editDraft } from './steps/edit-draft.ts'
import { explain } from './steps/explain.ts'
import { exportReady } from './steps/export-ready.ts'
import { mapGroup } from './steps/map-group.ts'
import { survive } from './steps/survive.ts'

/** The guided tour, in order: each step goes on from where the one before left off. */
export const steps: readonly Step[] = [
  connect,
  explain,
  exportReady,
  survive,
  assignProducts,
  mapGroup,
  editDraft,
  editApproved,
  counts,
]
