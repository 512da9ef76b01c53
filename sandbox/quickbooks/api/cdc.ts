import { Hono } from 'hono'
import type { Company } from '../books/company.ts'
import { refuse } from '../rules/refusals.ts'
import { wireTime } from '../rules/wire-date.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { entityNamed } from '../wire/entities.ts'
import type { Wire } from '../wire/object.ts'
import { deletedWire } from '../wire/transaction.ts'
import { timed } from './answer.ts'

const MOST_OBJECTS = 1000
const FURTHEST_BACK_MS = 30 * 86_400_000

/** `cdc`: what was changed or deleted since a moment of the last 30 days, inactive objects included. */
export function cdcRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/:realm/cdc', c => {
    const names = (c.req.query('entities') ?? '').split(',').filter(Boolean)
    if (names.length === 0) throw refuse.missing('entities')
    const since = Date.parse(c.req.query('changedSince') ?? '')
    if (Number.isNaN(since)) throw refuse.missing('changedSince')
    if (since < sandbox.clock().getTime() - FURTHEST_BACK_MS) {
      throw refuse.unreadable('changedSince lies more than 30 days back', 'changedSince')
    }
    const answers = names.map(name => changes(sandbox, c.var.company, name.trim(), since))
    return c.json(timed(sandbox, { CDCResponse: [{ QueryResponse: answers }] }))
  })
  return app
}

function changes(sandbox: Sandbox, company: Company, name: string, since: number): Wire {
  const entity = entityNamed(name)
  if (!entity) throw refuse.unreadable(`${name} is not an entity`, 'entities')
  const changed = entity.list(sandbox, company).filter(one => changedAt(one) >= since)
  const deleted = company.tombstones
    .filter(one => one.entity === entity.name && one.at.getTime() >= since)
    .map(one => ({ ...deletedWire(one.id), MetaData: { LastUpdatedTime: wireTime(one.at) } }))
  const all = [...changed, ...deleted].slice(0, MOST_OBJECTS)
  if (all.length === 0) return {}
  return { [entity.name]: all, startPosition: 1, maxResults: all.length, totalCount: all.length }
}

/** In milliseconds; the wire counts whole seconds. */
function changedAt(object: Wire): number {
  const times = object.MetaData
  const isRecord = typeof times === 'object' && times !== null && 'LastUpdatedTime' in times
  return isRecord ? Date.parse(String(times.LastUpdatedTime)) : 0
}
