import type { BillKind } from '#lib/domain/bill.ts'
import { recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import type { BillId } from '#lib/domain/ids.ts'
import type { Attached, FileToAttach } from '../port.ts'
import { callXero } from './xero-api.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** Puts a file on a bill or credit note. Xero keeps one of a name: the same again replaces it (facts/xero.md). */
export async function attachFile(
  xero: XeroOrganisation,
  { id, kind }: { id: BillId; kind: BillKind },
  { name, type, bytes }: FileToAttach,
): Promise<Attached> {
  const { api, tenant } = xero
  const body = Buffer.from(bytes)
  const options = { headers: { 'Content-Type': type } }
  const answer = await callXero<unknown>(
    xero,
    () =>
      kind === 'bill'
        ? api.createInvoiceAttachmentByFileName(tenant, id, name, body, false, undefined, options)
        : api.createCreditNoteAttachmentByFileName(tenant, id, name, body, false, undefined, options),
    true,
  )
  if (answer.ok) return { kind: 'attached' }
  const raw = answer.rejection.text
  const known = recogniseFailure('xero', raw)
  const code = known.code === 'unknown' ? 'attachment-refused' : known.code
  return { kind: 'refused', failure: { code, raw, billState: null } }
}
