import { z } from 'zod'
import type { Bill, BillKind } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { chunks } from '../chunks.ts'
import { factsOf } from './facts-of.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { missingBill, readBill } from './read-bill.ts'
import { type Selection, select, within } from './select.ts'
import { entityOf, WireTransaction } from './wire-transaction.ts'

/** The most ids that one query names. */
const NAMES = 40

type Named = { id: string; kind: BillKind }

/** Bills as they stand now, in the order asked; one that QuickBooks does not know is `missing`. */
export async function readBills(
  company: QuickbooksCompany,
  bills: readonly { id: BillId; kind: BillKind }[],
): Promise<Bill[]> {
  const [seen, { homeCurrency }] = await Promise.all([transactionsOf(company, bills), factsOf(company)])
  return bills.map(({ id, kind }, index) => {
    const transaction = seen[index]
    return transaction ? readBill(company, kind, transaction, homeCurrency) : missingBill(kind, id)
  })
}

/** The same as they come over the wire; null for one that is not there. */
export async function transactionsOf(
  company: QuickbooksCompany,
  bills: readonly Named[],
): Promise<(WireTransaction | null)[]> {
  const kinds = (['bill', 'credit'] as const).flatMap(kind => {
    // Its ids are numbers; it would refuse a query for anything else.
    const ids = bills.filter(one => one.kind === kind && /^\d{1,19}$/.test(one.id)).map(({ id }) => id)
    return chunks([...new Set(ids)], NAMES).map(some => ({ kind, some }))
  })
  const selections = kinds.map<Selection>(({ kind, some }) => ({
    entity: entityOf[kind],
    where: within('Id', some),
  }))
  const found = new Map<string, WireTransaction>()
  for (const [index, page] of (await select(company, selections)).entries()) {
    for (const one of z.array(WireTransaction).parse(page)) found.set(`${kinds[index]?.kind} ${one.Id}`, one)
  }
  return bills.map(({ id, kind }) => found.get(`${kind} ${id}`) ?? null)
}
