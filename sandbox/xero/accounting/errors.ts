import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { SandboxEnv } from '../sandbox.ts'

/** A refusal of a whole request, in the API's own words and numbers. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly status: ContentfulStatusCode
  readonly body: Record<string, unknown>

  constructor(status: ContentfulStatusCode, body: { ErrorNumber: number; Type: string; Message: string }) {
    super(body.Message)
    this.status = status
    this.body = body
  }
}

/** An id that nothing has: answered with a bare text, for the whole request. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The request's body is not what the endpoint takes. */
export function badBody(message: string): ApiRefusal {
  return new ApiRefusal(400, { ErrorNumber: 14, Type: 'PostDataInvalidException', Message: message })
}

/** A `where` or `order` that cannot be understood. */
export function badQuery(message: string): ApiRefusal {
  return new ApiRefusal(400, { ErrorNumber: 16, Type: 'QueryParseException', Message: message })
}

/** A business rule broken by the request as a whole. */
export function invalid(message: string): ApiRefusal {
  return new ApiRefusal(400, { ErrorNumber: 10, Type: 'ValidationException', Message: message })
}

/** Turns what the rooms throw into the API's answers; anything else is a fault of the sandbox itself. */
export function refusals(error: Error, c: Context<SandboxEnv>): Response {
  if (error instanceof ApiRefusal) return c.json(error.body, error.status)
  if (error instanceof NotFound) {
    return c.body("The resource you're looking for cannot be found", 404, { 'content-type': 'text/html' })
  }
  throw error
}
