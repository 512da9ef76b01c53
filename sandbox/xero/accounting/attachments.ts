import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Attachment, LedgerDocument } from '../books/ledger-document.ts'
import { enterHistory } from '../documents/history.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { type DocumentEndpoint, documentBy } from './document-endpoints.ts'
import { envelope } from './envelope.ts'
import { invalid, NotFound } from './errors.ts'

/** Source: facts of the API, 10 files a record, 10 MB a file. */
const MOST_FILES = 10
const LARGEST_FILE = 10 * 1024 * 1024

/** The files on a bill or credit note: list, download, and PUT or POST of one file under its name. */
export function attachmentRoutes(sandbox: Sandbox, endpoint: DocumentEndpoint): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  const base = `/${endpoint.path}/:id/Attachments`
  const documentOf = (c: Context<SandboxEnv>): LedgerDocument =>
    documentBy(c.var.organisation, endpoint.kind, c.req.param('id') ?? '')
  const wire = (document: LedgerDocument, file: Attachment): Record<string, unknown> => ({
    AttachmentID: file.attachmentId,
    FileName: file.fileName,
    Url: `${sandbox.origin}/api.xro/2.0/${endpoint.path}/${document.id}/Attachments/${encodeURIComponent(file.fileName)}`,
    MimeType: file.mimeType,
    ContentLength: file.content.byteLength,
    IncludeOnline: file.includeOnline,
  })

  app.get(base, c => {
    const document = documentOf(c)
    const files = document.attachments.map(file => wire(document, file))
    return envelope(c, sandbox.clock(), 'Attachments', files)
  })

  app.get(`${base}/:name`, c => {
    const file = documentOf(c).attachments.find(one => one.fileName === c.req.param('name'))
    if (!file) throw new NotFound()
    return c.body(file.content, 200, { 'content-type': file.mimeType })
  })

  const put = async (c: Context<SandboxEnv>): Promise<Response> => {
    const document = documentOf(c)
    const fileName = c.req.param('name') ?? ''
    const content = new Uint8Array(await c.req.arrayBuffer())
    if (content.byteLength === 0) throw invalid('The attachment is empty.')
    if (content.byteLength > LARGEST_FILE) throw invalid('The attachment is larger than 10 MB.')
    const known = document.attachments.find(file => file.fileName === fileName)
    if (!known && document.attachments.length >= MOST_FILES) {
      throw invalid('A maximum of 10 attachments can be added to a document.')
    }
    const file: Attachment = {
      attachmentId: known?.attachmentId ?? randomUUID(),
      fileName,
      mimeType: c.req.header('content-type') ?? 'application/octet-stream',
      content,
      includeOnline: c.req.query('IncludeOnline') === 'true',
    }
    if (known) Object.assign(known, file)
    else document.attachments.push(file)
    document.updatedAt = sandbox.clock()
    enterHistory(document, 'Attached a file', { by: c.var.grant.clientId, now: sandbox.clock() })
    return envelope(c, sandbox.clock(), 'Attachments', [wire(document, file)])
  }
  app.put(`${base}/:name`, put)
  app.post(`${base}/:name`, put)
  return app
}
