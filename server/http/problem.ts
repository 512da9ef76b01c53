import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Problem } from '#lib/api/problem.ts'

const statuses: Record<Problem['code'], ContentfulStatusCode> = {
  'not-signed-in': 401,
  'not-found': 404,
  'not-allowed': 403,
  'not-understood': 400,
  'too-large': 413,
  'connection-lost': 409,
  'ledger-unreachable': 502,
  'rate-limit': 429,
  conflict: 409,
  internal: 500,
}

/** A refusal on its way to the caller. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly problem: Problem

  constructor(code: Problem['code'], message: string, more: Omit<Partial<Problem>, 'code' | 'message'> = {}) {
    super(message)
    this.problem = { code, message, ...more }
  }
}

export function answerProblem(context: Context, problem: Problem) {
  if (problem.retryAfterSeconds !== undefined)
    context.header('Retry-After', String(problem.retryAfterSeconds))
  return context.json({ error: problem }, statuses[problem.code])
}

/** A request as its schema reads it. @throws Refusal `not-understood`, naming each field */
export function understood<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('not-understood', 'The request is not understood.', { fields: fieldsOf(parsed.error) })
}

/** `exports.0.bill.total: an amount such as 1234.50` */
export function fieldsOf(error: z.ZodError): string[] {
  return error.issues.slice(0, 20).map(issue => `${issue.path.join('.')}: ${issue.message}`)
}
