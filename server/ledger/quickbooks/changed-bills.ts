import { z } from 'zod'
import type { Bill, BillKind } from '#lib/domain/bill.ts'
import type { Instant } from '#lib/domain/instant.ts'
import { factsOf } from './facts-of.ts'
import { faultText } from './faults.ts'
import { callQuickbooks } from './quickbooks-api.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { goneBill, readBill } from './read-bill.ts'
import { quoted, select } from './select.ts'
import { entityOf, WireTransaction } from './wire-transaction.ts'

/** How far back QuickBooks tells of changes (facts/qbo.md, Reading back), less an hour for clocks that differ. */
const FURTHEST_BACK = 30 * 86_400_000 - 3_600_000
/** The most objects of a kind that it tells of at once. */
const MOST = 1000

const Deleted = z.looseObject({ Id: z.string(), status: z.literal('Deleted') })
const Answer = z.looseObject({
  CDCResponse: z.array(
    z.looseObject({ QueryResponse: z.array(z.record(z.string(), z.unknown())).default([]) }),
  ),
})

/**
 * Bills and credits that were changed since: one call. Where those are more than it holds, or the moment lies
 * longer back than it reaches, what stands is asked for by its time, a thousand a page; what was deleted
 * before is then told by nobody, and found missing once it is read.
 */
export async function changedBills(
  company: QuickbooksCompany,
  since: Instant,
  kinds: readonly BillKind[],
): Promise<Bill[]> {
  if (kinds.length === 0) return []
  const { homeCurrency } = await factsOf(company)
  const reached = Date.now() - FURTHEST_BACK
  const told = await changes(company, new Date(Math.max(Date.parse(since), reached)), kinds)
  const bills: Bill[] = []
  for (const kind of kinds) {
    const objects = told.get(kind) ?? []
    const deleted = objects.flatMap(one => Deleted.safeParse(one).data ?? [])
    const whole = Date.parse(since) >= reached && objects.length < MOST
    const standing = whole
      ? objects.filter(one => !Deleted.safeParse(one).success)
      : await changedAfter(company, since, kind)
    bills.push(
      ...deleted.map(({ Id }) => goneBill(kind, Id, 'deleted')),
      ...z
        .array(WireTransaction)
        .parse(standing)
        .map(one => readBill(company, kind, one, homeCurrency)),
    )
  }
  return bills
}

async function changes(
  company: QuickbooksCompany,
  since: Date,
  kinds: readonly BillKind[],
): Promise<Map<BillKind, unknown[]>> {
  const query = {
    entities: kinds.map(kind => entityOf[kind]).join(','),
    changedSince: since.toISOString(),
  }
  const answer = await callQuickbooks(company, { method: 'GET', path: '/cdc', query }, false)
  if (!answer.ok) throw new Error(`QuickBooks did not tell of changes: ${faultText(answer.faults)}`)
  const { CDCResponse } = Answer.parse(answer.body)
  const responses = CDCResponse.flatMap(({ QueryResponse }) => QueryResponse)
  return new Map(
    kinds.map(kind => [
      kind,
      responses.flatMap(one => z.array(z.unknown()).parse(one[entityOf[kind]] ?? [])),
    ]),
  )
}

async function changedAfter(company: QuickbooksCompany, since: Instant, kind: BillKind): Promise<unknown[]> {
  const where = `MetaData.LastUpdatedTime >= ${quoted(since)}`
  const [page = []] = await select(company, [{ entity: entityOf[kind], where }])
  return page
}
