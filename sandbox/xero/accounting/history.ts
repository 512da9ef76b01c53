import { Hono } from 'hono'
import { z } from 'zod'
import type { HistoryRecord } from '../books/ledger-document.ts'
import { wireTime } from '../documents/wire-date.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { type DocumentEndpoint, documentBy } from './document-endpoints.ts'
import { envelope } from './envelope.ts'
import { readElements } from './read-body.ts'

const Note = z.object({ Details: z.string().min(1).max(2500) })

/** The history of a bill or credit note, and notes added to it; newest first. */
export function historyRoutes(sandbox: Sandbox, endpoint: DocumentEndpoint): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get(`/${endpoint.path}/:id/History`, c => {
    const { history } = documentBy(c.var.organisation, endpoint.kind, c.req.param('id'))
    return envelope(c, sandbox.clock(), 'HistoryRecords', history.toReversed().map(wire))
  })

  app.put(`/${endpoint.path}/:id/History`, async c => {
    const document = documentBy(c.var.organisation, endpoint.kind, c.req.param('id'))
    const notes = await readElements(c, 'HistoryRecords', Note)
    const records = notes.map(note => ({
      changes: 'Note',
      details: note.Details,
      user: c.var.grant.clientId,
      at: sandbox.clock(),
    }))
    document.history.push(...records)
    return envelope(c, sandbox.clock(), 'HistoryRecords', records.map(wire))
  })

  return app
}

const wire = (record: HistoryRecord): Record<string, unknown> => ({
  Changes: record.changes,
  DateUTCString: record.at.toISOString().slice(0, 19),
  DateUTC: wireTime(record.at),
  User: record.user,
  Details: record.details,
})
