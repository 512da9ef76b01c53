import { z } from 'zod'
import type { BillKind } from '#lib/domain/bill.ts'
import { recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { type Attached, type FileToAttach, LedgerTrouble } from '../port.ts'
import { faultsOf, faultText } from './faults.ts'
import { callQuickbooks } from './quickbooks-api.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { select, within } from './select.ts'
import { entityOf } from './wire-transaction.ts'

const Attachable = z.looseObject({ FileName: z.string().nullish() })
const Uploaded = z.looseObject({ AttachableResponse: z.array(z.looseObject({})).min(1) })

/**
 * Puts a file beside a bill or vendor credit. QuickBooks keeps every upload, the same name twice as well, so it is
 * asked first whether one of this name is there (facts/qbo.md, Bill: a separate, retryable step).
 */
export async function attachFile(
  company: QuickbooksCompany,
  bill: { id: BillId; kind: BillKind },
  { name, type, bytes }: FileToAttach,
): Promise<Attached> {
  const entity = entityOf[bill.kind]
  const where = `AttachableRef.EntityRef.Type = '${entity}' AND ${within('AttachableRef.EntityRef.value', [bill.id])}`
  const [there = []] = await select(company, [{ entity: 'Attachable', where }])
  if (
    z
      .array(Attachable)
      .parse(there)
      .some(({ FileName }) => FileName === name)
  )
    return { kind: 'attached' }

  const described = {
    AttachableRef: [{ EntityRef: { type: entity, value: bill.id } }],
    FileName: name,
    ContentType: type,
  }
  const form = new FormData()
  const metadata = new Blob([JSON.stringify(described)], { type: 'application/json' })
  form.append('file_metadata_01', metadata, 'metadata.json')
  form.append('file_content_01', new Blob([bytes], { type }), name)
  const answer = await callQuickbooks(company, { method: 'POST', path: '/upload', form }, true)
  const faults = answer.ok ? refusedIn(answer.body) : answer.faults
  if (faults.length === 0) return { kind: 'attached' }
  const raw = faultText(faults)
  const known = recogniseFailure('quickbooks', raw)
  const code = known.code === 'unknown' ? 'attachment-refused' : known.code
  return { kind: 'refused', failure: { code, raw, billState: null } }
}

/** A refused file is a fault in its place of an answer with status 200. */
function refusedIn(body: unknown) {
  const answer = Uploaded.safeParse(body)
  if (!answer.success) {
    throw new LedgerTrouble('unknown-outcome', 'QuickBooks did not say what became of the file')
  }
  return answer.data.AttachableResponse.flatMap(faultsOf)
}
