import type { Context } from 'hono'
import { z } from 'zod'
import type { SandboxEnv } from '../sandbox.ts'

/** A control request that says nothing the sandbox could do; `message` names the field. */
export class BadControl extends Error {
  override name = 'BadControl'
}

/** The JSON body of a control request; an empty body counts as `{}`. @throws BadControl */
export async function readJson<T>(c: Context<SandboxEnv>, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text()
  const read = schema.safeParse(parsed(text))
  if (!read.success) throw new BadControl(z.prettifyError(read.error))
  return read.data
}

function parsed(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadControl(`The body is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
