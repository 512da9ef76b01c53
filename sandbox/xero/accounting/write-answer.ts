import type { Context } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { envelope } from './envelope.ts'

/** What became of one element of a write request. */
export type Element = { errors: readonly string[]; wire: Record<string, unknown> }

/**
 * The answer to a batch. With `summarizeErrors=false` every element says how it fared. Without it, one invalid
 * element turns the whole answer into a 400 that names the invalid ones only, although the valid ones stand in
 * the books.
 */
export function writeAnswer(
  c: Context<SandboxEnv>,
  sandbox: Sandbox,
  name: string,
  elements: readonly Element[],
): Response {
  const each = c.req.query('summarizeErrors')?.toLowerCase() === 'false'
  const failed = elements.filter(element => element.errors.length > 0)
  if (!each && failed.length > 0) {
    return c.json(
      {
        ErrorNumber: 10,
        Type: 'ValidationException',
        Message: 'A validation exception occurred',
        Elements: failed.map(failedWire),
      },
      400,
    )
  }
  const wires = elements.map(element =>
    element.errors.length > 0
      ? { ...failedWire(element), StatusAttributeString: 'ERROR' }
      : { ...element.wire, ...(each ? wellWire(element) : {}) },
  )
  const ordered = sandbox.settings.answerOrder === 'reversed' ? wires.reverse() : wires
  return envelope(c, sandbox.clock(), name, ordered)
}

const failedWire = ({ errors, wire }: Element): Record<string, unknown> => ({
  ...wire,
  ValidationErrors: errors.map(message => ({ Message: message })),
  ...(isDocument(wire) ? { HasErrors: true, Warnings: [] } : { HasValidationErrors: true }),
})

const wellWire = ({ wire }: Element): Record<string, unknown> => ({
  StatusAttributeString: 'OK',
  ValidationErrors: [],
  ...(isDocument(wire) ? { Warnings: [] } : {}),
})

/** Contacts bear no `Warnings`, and say `HasValidationErrors` where documents say `HasErrors`. */
const isDocument = (wire: Record<string, unknown>): boolean =>
  'Type' in wire || 'InvoiceID' in wire || 'CreditNoteID' in wire
