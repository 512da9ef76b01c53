import { callXero } from './xero-api.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** A read that Xero refuses is our mistake, not a person's. */
export async function readBody<T>(
  xero: XeroOrganisation,
  call: () => Promise<{ response: { headers: unknown }; body: T }>,
): Promise<T> {
  const answer = await callXero(xero, call, false)
  if (!answer.ok) throw new Error(`Xero refused a read: ${answer.rejection.text}`)
  return answer.body
}
