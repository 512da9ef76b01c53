import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { webhooks } from '#server/http/webhook-events.ts'
import { contractsFolder } from './contracts-folder.ts'

/** Xero's sandbox posts nothing to us: what our server is to understand are the examples of Xero's description. */
const folder = contractsFolder('xero')

const Example = z.looseObject({
  events: z.array(z.looseObject({ resourceId: z.string(), tenantId: z.string(), eventCategory: z.string() })),
})

test('reads the events of Xero’s own examples, of which those about bills are hints', ({ skip }) => {
  if (folder === null) return skip('there is no folder “xero”, neither in CONTRACTS_DIR nor in a shared/data')
  const examples = examplesIn(parse(readFileSync(join(folder, 'xero-webhooks.yaml'), 'utf8')))
  const hints = examples.flatMap(({ events }) =>
    events
      .filter(({ eventCategory }) => eventCategory !== 'CONTACT')
      .map(({ tenantId, resourceId }) => ({ organisation: tenantId, bill: resourceId })),
  )
  expect(examples.length).toBeGreaterThan(1)
  expect(hints).not.toEqual([])
  expect(examples.flatMap(example => webhooks.xero.events.parse(example))).toMatchObject(hints)
})

/** Whatever in the description holds events, under whatever name. */
function examplesIn(value: unknown): z.infer<typeof Example>[] {
  const example = Example.safeParse(value).data
  if (example) return [example]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(examplesIn) : []
}
