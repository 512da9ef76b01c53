import type { z } from 'zod'
import { refuse } from './refusals.ts'

/**
 * Reads a request's object by its schema.
 * @throws ApiFault 2020 for what is missing, 2010 for what the wire does not know or cannot be read
 */
export function readInput<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const path = issue?.path.map(String) ?? []
  if (issue?.code === 'unrecognized_keys') throw refuse.unsupportedProperty(issue.keys[0] ?? '')
  const element = path.findLast(part => !/^\d+$/.test(part)) ?? ''
  if (issue?.code === 'invalid_type' && issue.input === undefined) throw refuse.missing(element)
  throw refuse.unreadable(`${path.join('.')} ${issue?.message ?? 'cannot be read'}`, element)
}
