import { randomUUID } from 'node:crypto'
import type { ErrorHandler, MiddlewareHandler } from 'hono'
import { ApiFault, faultWire } from '../rules/api-fault.ts'
import { wireTime } from '../rules/wire-date.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'

/** The contents of an answer, with the time that every answer of the ledger ends in. */
export function timed(sandbox: Sandbox, content: Record<string, unknown>): Record<string, unknown> {
  return { ...content, time: wireTime(sandbox.clock()) }
}

/** Turns a refusal into the `Fault` that the wire carries. */
export function faults(sandbox: Sandbox): ErrorHandler<SandboxEnv> {
  return (error, c) => {
    if (!(error instanceof ApiFault)) throw error
    return c.json(timed(sandbox, { Fault: faultWire(error) }), error.status)
  }
}

/** Every answer bears a transaction id, which Intuit's support asks for. */
export const transactionId: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  await next()
  c.header('intuit_tid', `1-${randomUUID()}`)
}
