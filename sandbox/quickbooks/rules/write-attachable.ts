import { z } from 'zod'
import type { Attachable } from '../books/attachable.ts'
import type { Company } from '../books/company.ts'
import { stamped, touch } from '../books/stamp.ts'
import { atMost } from './lengths.ts'
import { checkSubscription } from './plan-gate.ts'
import { refuse } from './refusals.ts'
import { Ref } from './transaction-input.ts'

const ignored = z.unknown().optional()

const AttachableRef = z.object({ EntityRef: Ref.optional(), IncludeOnSend: z.boolean().optional() })

/** A file's description, or a note, as an app sends it. */
export const AttachableInput = z.strictObject({
  Id: z.string().optional(),
  SyncToken: z.string().optional(),
  sparse: z.boolean().optional(),
  FileName: z.string().optional(),
  ContentType: z.string().optional(),
  Note: z.string().optional(),
  Category: z.string().optional(),
  AttachableRef: z.array(AttachableRef).optional(),
  domain: ignored,
  MetaData: ignored,
  FileAccessUri: ignored,
  TempDownloadUri: ignored,
  ThumbnailFileAccessUri: ignored,
  ThumbnailTempDownloadUri: ignored,
  Size: ignored,
  Tag: ignored,
  Lat: ignored,
  Long: ignored,
  PlaceName: ignored,
})
export type AttachableInput = z.infer<typeof AttachableInput>

/** Creates or overwrites a file's description or a note. @throws ApiFault 2500 for what it would hang on */
export function writeAttachable(
  input: AttachableInput,
  existing: Attachable | undefined,
  company: Company,
  now: Date,
): Attachable {
  checkSubscription(company)
  atMost('FileName', input.FileName, 1000)
  atMost('Note', input.Note, 2000)
  const refs = (input.AttachableRef ?? []).flatMap(({ EntityRef, IncludeOnSend = false }) => {
    if (EntityRef === undefined) return []
    const type = EntityRef.type ?? 'Bill'
    checkTarget(company, type, EntityRef.value)
    return [{ type, id: EntityRef.value, includeOnSend: IncludeOnSend }]
  })
  const content = { fileName: input.FileName, contentType: input.ContentType, note: input.Note, refs }
  if (existing) {
    Object.assign(existing, content)
    touch(existing, now)
    return existing
  }
  const created: Attachable = { ...stamped(now), ...content, id: company.nextId('attachable') }
  company.attachables.push(created)
  return created
}

function checkTarget(company: Company, type: string, id: string): void {
  const known =
    type === 'Vendor'
      ? company.vendors.some(one => one.id === id)
      : company.transactions.some(one => one.id === id && one.kind === type && one.status !== 'deleted')
  if (!known) throw refuse.unknownReference(type === 'Vendor' ? 'Names' : 'Txns', id)
}
