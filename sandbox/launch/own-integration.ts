import { z } from 'zod'
import type { Provider } from '#sandbox/data/sandbox-data.ts'
import { LinkedPlatform } from '#sandbox/data/sandbox-data.ts'
import type { PostBill, PostedBill } from '#sandbox/foodrazor/bill.ts'

const Answer = z.union([
  z.object({
    bill: z.object({ id: z.string(), url: z.string(), status: LinkedPlatform.shape.state }),
  }),
  z.object({ error: z.string() }),
])

/** How the launcher calls a ledger's `/_control`: over the network or straight into the app. */
export type CallControl = (path: string, init: RequestInit) => Response | Promise<Response>

/**
 * The look-alike's own integration, which is another app than ours to the ledgers: its bills are bills that
 * somebody else made. Each goes to the ledger that its outlet keeps its books in.
 */
export function ownIntegration(ledgers: Readonly<Record<Provider, PostBill>>): PostBill {
  return bill => ledgers[bill.provider](bill)
}

/** Writes a bill. @throws with the ledger's own words when it refuses */
export function postTo(call: CallControl, path: string, method: string, body: unknown) {
  const headers = { 'content-type': 'application/json' }
  return answerOf(call(path, { method, headers, body: JSON.stringify(body) }))
}

/** Reads a bill as it stands. @throws with the ledger's own words when it is not there */
export function readFrom(call: CallControl, path: string) {
  return answerOf(call(path, {}))
}

async function answerOf(answer: Response | Promise<Response>): Promise<Required<PostedBill>> {
  const read = Answer.parse(await (await answer).json())
  if ('error' in read) throw new Error(read.error)
  return { billId: read.bill.id, url: read.bill.url, state: read.bill.status }
}
