import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'

type Status = 400 | 401 | 404 | 409

/** An answer that refuses: `{ error: { code, message } }` with its HTTP status. */
export function refusal(status: Status, code: string, message: string): HTTPException {
  return new HTTPException(status, { res: Response.json({ error: { code, message } }, { status }) })
}

/** The value as the schema reads it; refuses with 400 and the first field that does not fit. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw refusal(400, 'INVALID', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`)
}

/** The row, or a 404 that says what was not found. */
export function found<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw refusal(404, 'NOT_FOUND', `This ${what} does not exist`)
  return row
}

/** The request's JSON body; refuses what is not JSON. */
export async function bodyOf(request: { text(): Promise<string> }): Promise<unknown> {
  const text = await request.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw refusal(400, 'INVALID', 'The body is not JSON')
  }
}

/** The query string without its empty values. */
export function queryOf(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}
