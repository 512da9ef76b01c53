import type { Context } from 'hono'
import { z } from 'zod'
import type { SandboxEnv } from '../sandbox.ts'
import { badBody, invalid } from './errors.ts'

/** Source: facts of the API, 3.5 MB a POST. */
const LARGEST_BODY = 3.5 * 1024 * 1024

/**
 * The elements a write request carries: `{ "<name>": [...] }`, or one element bare. Nulls count as absent.
 * @throws ApiRefusal where the body is no JSON, is too large, or an element has a wrong type.
 */
export async function readElements<T>(
  c: Context<SandboxEnv>,
  name: string,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const text = await c.req.text()
  if (Buffer.byteLength(text) > LARGEST_BODY) throw invalid('The request is larger than 3.5 MB.')
  const body = parseJson(text)
  const elements = isRecord(body) && Array.isArray(body[name]) ? body[name] : [body]
  const read = z.array(schema).safeParse(elements)
  if (!read.success) throw badBody(z.prettifyError(read.error))
  return read.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value) => (value === null ? undefined : value))
  } catch (error) {
    throw badBody(`The body is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
