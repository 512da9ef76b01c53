import type { StateName } from '../control/bill-view.ts'

const names: Record<StateName, string> = {
  OPEN: 'Open',
  PARTLY_PAID: 'Partly paid',
  PAID: 'Paid',
  VOIDED: 'Voided',
  DELETED: 'Deleted',
}

/** A state in the words of the ledger's pages. */
export function statusName(state: StateName): string {
  return names[state]
}

/** The states in the order in which a bill lives through them. */
export const states: readonly StateName[] = ['OPEN', 'PARTLY_PAID', 'PAID', 'VOIDED', 'DELETED']
