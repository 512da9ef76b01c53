import type { ExportProgress } from '#lib/api/exports.ts'
import type { Bill } from '#lib/domain/bill.ts'
import { standingContent } from '#lib/domain/standing-content.ts'
import type { Ledger } from '../ledger/port.ts'
import type { DrainContext } from './drain.ts'
import { changing, setContent, setProgress } from './export-store.ts'
import type { Pending } from './pending.ts'

/** An export that a person's choice of a bill is to end. */
export interface Choice {
  export: Pending
  billId: Bill['id']
}

/**
 * Takes bills that a person chose for the invoices', as they stand: nothing in the ledger is changed. What a bill
 * says otherwise than its invoice counts as accepted.
 */
export async function linkChosen(
  context: DrainContext,
  ledger: Ledger,
  choices: readonly Choice[],
): Promise<void> {
  const workspace = choices[0]?.export.workspace
  if (workspace === undefined) return
  const bills = await ledger.read(
    choices.map(({ billId, export: { request } }) => ({ id: billId, kind: request.bill.kind })),
  )
  await changing(context.database, workspace, async sql => {
    const moves: { id: string; progress: ExportProgress }[] = []
    for (const [index, { export: one }] of choices.entries()) {
      const bill = bills[index]
      if (!bill) continue
      const { content, total } = one.request.bill
      const says = standingContent(bill, total, content)
      const gone = isGone(bill)
      if (!gone) await setContent(sql, one.id, says)
      moves.push({
        id: one.id,
        progress: gone
          ? noLonger(bill)
          : { state: 'posted', bill, linked: true, accepted: says === content ? null : content },
      })
    }
    await setProgress(sql, workspace, moves)
  })
  context.changed(workspace)
}

function isGone({ state }: Bill): boolean {
  return state === 'missing' || state === 'voided' || state === 'deleted'
}

function noLonger({ state }: Bill): ExportProgress {
  const failure = { code: 'bill-to-link-gone', raw: `The bill is ${state}`, billState: state }
  return { state: 'refused', failure, bill: null, billContent: null }
}
