import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { SandboxEnv } from '../sandbox.ts'

export const ZERO_ID = '00000000-0000-0000-0000-000000000000'

/** The envelope around every list: `name` is the resource, e.g. `Invoices`. */
export function envelope(
  c: Context<SandboxEnv>,
  now: Date,
  name: string,
  items: readonly unknown[],
  extra: Record<string, unknown> = {},
): Response {
  return c.json({
    Id: randomUUID(),
    Status: 'OK',
    ProviderName: 'Sandbox app',
    DateTimeUTC: `/Date(${now.getTime()})/`,
    ...extra,
    [name]: items,
  })
}
