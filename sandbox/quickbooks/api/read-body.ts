import type { Context } from 'hono'
import { refuse } from '../rules/refusals.ts'
import type { SandboxEnv } from '../sandbox.ts'

/** The JSON object of a write. @throws ApiFault 2010 where it is none */
export async function readBody(c: Context<SandboxEnv>): Promise<Record<string, unknown>> {
  return parseObject(await c.req.text())
}

/** A JSON object from its text. @throws ApiFault 2010 where it is none */
export function parseObject(text: string): Record<string, unknown> {
  const value = parsed(text)
  if (!isRecord(value)) throw refuse.unreadable('The request body is not a JSON object')
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse.unreadable('Invalid JSON in the request body')
    throw error
  }
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
