import { createHash } from 'node:crypto'
import { z } from 'zod'
import { LedgerTrouble } from '../port.ts'
import { faultText } from './faults.ts'
import { callQuickbooks } from './quickbooks-api.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'

/** The most items of one batch (facts/qbo.md, Limits). */
export const BATCH = 30

const Answer = z.looseObject({
  BatchItemResponse: z.array(z.looseObject({ bId: z.string() })).default([]),
})

/** An item's answer: what was made, found or refused, by its name on the wire. */
export type BatchAnswer = z.infer<typeof Answer>['BatchItemResponse'][number]

/**
 * Sends at most thirty items in one request; its answers by `bId`, for their order is not assured. Under a
 * `requestId` the same request has an effect once only: a repetition gets the original answer, whatever it
 * asks for. Of a batch that is refused as a whole, each item is.
 */
export async function sendBatch(
  company: QuickbooksCompany,
  items: readonly { bId: string; [name: string]: unknown }[],
  requestId: string | null,
): Promise<Map<string, BatchAnswer>> {
  const answer = await callQuickbooks(
    company,
    {
      method: 'POST',
      path: '/batch',
      query: requestId === null ? {} : { requestid: requestId },
      body: { BatchItemRequest: items },
      batch: true,
    },
    requestId !== null,
  )
  if (!answer.ok) {
    if (requestId === null) throw new Error(`QuickBooks refused a batch: ${faultText(answer.faults)}`)
    const { faults } = answer
    const Fault = {
      Error: faults.map(({ code, ...told }) => ({ code, Message: told.message, Detail: told.detail })),
    }
    return new Map(items.map(({ bId }) => [bId, { bId, Fault }]))
  }
  const read = Answer.safeParse(answer.body)
  if (!read.success) {
    const kind = requestId === null ? 'not-sent' : 'unknown-outcome'
    throw new LedgerTrouble(kind, 'QuickBooks’s answer to a batch is not understood', null, {
      cause: read.error,
    })
  }
  return new Map(read.data.BatchItemResponse.map(item => [item.bId, item]))
}

/** The `requestid` of one request among those that a key of the port stands for: at most 36 characters. */
export function requestIdOf(key: string, part: string): string {
  return createHash('sha256').update(`${key} ${part}`).digest('hex').slice(0, 32)
}

/** The `bId` of what is sent, the same wherever it stands in a batch: at most ten characters. */
export function batchIdOf(what: string): string {
  return createHash('sha256').update(what).digest('hex').slice(0, 10)
}
