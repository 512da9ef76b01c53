import type { z } from 'zod'
import { Refusal } from './schemas.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/**
 * Calls the app's JSON API and reads the answer by its schema. Throws an error with the server's words when it
 * refuses. Without a session the page is loaded again, which begins one.
 */
async function call<Schema extends z.ZodType>(
  schema: Schema,
  method: string,
  path: string,
  body?: unknown,
): Promise<z.infer<Schema>> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })
  if (response.status === 401) window.location.reload()
  const answer: unknown = await response.json()
  if (!response.ok) {
    const refusal = Refusal.safeParse(answer)
    throw new Error(refusal.success ? refusal.data.error.message : `The server answered ${response.status}`)
  }
  return schema.parse(answer)
}

export function get<Schema extends z.ZodType>(schema: Schema, path: string, query: Query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return call(schema, 'GET', search ? `${path}?${search}` : path)
}

export const post = <Schema extends z.ZodType>(schema: Schema, path: string, body: unknown = {}) =>
  call(schema, 'POST', path, body)

export const patch = <Schema extends z.ZodType>(schema: Schema, path: string, body: unknown) =>
  call(schema, 'PATCH', path, body)
