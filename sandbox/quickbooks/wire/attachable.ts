import type { Attachable } from '../books/attachable.ts'
import type { Company } from '../books/company.ts'
import type { Sandbox } from '../sandbox.ts'
import { head, ref, type Wire, withoutEmpty } from './object.ts'

/** A file or note; a file can be fetched at its temporary address without a token. */
export function attachableWire(sandbox: Sandbox, company: Company, attachable: Attachable): Wire {
  const path = `/ledger/${company.realmId}/files/${attachable.id}`
  const file =
    attachable.content === undefined
      ? {}
      : {
          FileAccessUri: `/v3/company/${company.realmId}/download/${attachable.id}`,
          TempDownloadUri: `${sandbox.origin}${path}`,
          Size: attachable.content.byteLength,
        }
  return withoutEmpty({
    FileName: attachable.fileName,
    ...file,
    ContentType: attachable.contentType,
    Note: attachable.note,
    ...head(attachable),
    AttachableRef: attachable.refs.map(one => ({
      EntityRef: { ...ref(one.id), type: one.type },
      IncludeOnSend: one.includeOnSend,
    })),
  })
}
