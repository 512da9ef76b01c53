import { Hono } from 'hono'
import { z } from 'zod'
import { runQuery } from '../query/run.ts'
import { ApiFault, faultWire } from '../rules/api-fault.ts'
import { readInput } from '../rules/read-input.ts'
import { refuse } from '../rules/refusals.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import type { Wire } from '../wire/object.ts'
import { timed } from './answer.ts'
import { perform, type Writer, writable } from './operations.ts'
import { isRecord, readBody } from './read-body.ts'

const MOST_ITEMS = 30

const Item = z.looseObject({
  bId: z.string().min(1).max(10),
  operation: z.enum(['create', 'update', 'delete']).optional(),
  optionsData: z.string().optional(),
  Query: z.string().optional(),
})
type Item = z.infer<typeof Item>

const Batch = z.object({ BatchItemRequest: z.array(Item).min(1) })

/** `batch`: up to 30 writes and queries, each on its own; one that is refused leaves the others be. */
export function batchRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.post('/:realm/batch', async c => {
    const { BatchItemRequest: items } = readInput(Batch, await readBody(c))
    if (items.length > MOST_ITEMS) {
      throw refuse.unreadable(
        `A batch holds at most ${MOST_ITEMS} items, not ${items.length}`,
        'BatchItemRequest',
      )
    }
    if (new Set(items.map(item => item.bId)).size < items.length) {
      throw refuse.unreadable('Two items of the batch have the same bId', 'bId')
    }
    const answers = items.map(item => answerOf(sandbox, c.var, item))
    if (sandbox.settings.batchOrder === 'reversed') answers.reverse()
    return c.json(timed(sandbox, { BatchItemResponse: answers }))
  })
  return app
}

function answerOf(sandbox: Sandbox, { company, grant }: SandboxEnv['Variables'], item: Item): Wire {
  const writer: Writer = {
    sandbox,
    company,
    by: grant.clientId,
    allowDuplicateNumber: item.optionsData === 'allowduplicatedocnum',
  }
  try {
    if (item.Query !== undefined) {
      return { bId: item.bId, QueryResponse: runQuery(sandbox, company, item.Query) }
    }
    const entity = writable.find(name => isRecord(item[name]))
    const body = entity === undefined ? undefined : item[entity]
    if (entity === undefined || !isRecord(body))
      throw refuse.unsupported('The item names nothing that can be done.')
    if (item.operation === undefined) throw refuse.missing('operation')
    return { ...perform(writer, entity, item.operation, body), bId: item.bId }
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error
    return { Fault: faultWire(error), bId: item.bId }
  }
}
