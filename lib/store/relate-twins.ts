import type { InvoiceId } from '../domain/ids.ts'
import { areTwins } from '../domain/twins.ts'
import type { InvoiceRow } from './database.ts'
import type { Store } from './open.ts'

/**
 * Finds the likely twins of these invoices, which were just written, and notes them on both sides. Two look-ups
 * an invoice at most, and one a number or a supplier's day where several share it. Gives the invoices whose
 * twins are others than before.
 */
export async function relateTwins(store: Store, rows: readonly InvoiceRow[]): Promise<InvoiceId[]> {
  const known = new Map(rows.map(row => [row.id, row]))
  const candidates = await alikeByKey(store, rows)
  const changed = new Map<InvoiceId, InvoiceRow>()
  const set = (row: InvoiceRow, twins: readonly InvoiceId[]) => {
    const { twinIds: _before, ...rest } = changed.get(row.id) ?? row
    changed.set(row.id, twins.length > 0 ? { ...rest, twinIds: [...twins].sort() } : rest)
  }
  for (const row of rows) {
    const before = row.twinIds ?? []
    const found = candidates(row).filter(other => areTwins(row, other))
    const now = found.map(({ id }) => id)
    if (!sameIds(before, now)) set(row, now)
    for (const other of found) {
      const theirs = (changed.get(other.id) ?? other).twinIds ?? []
      if (!known.has(other.id) && !theirs.includes(row.id)) set(other, [...theirs, row.id])
    }
    const lost = before.filter(id => !now.includes(id) && !known.has(id))
    for (const other of lost.length > 0 ? await store.invoices.bulkGet(lost) : []) {
      if (!other) continue
      const theirs = (changed.get(other.id) ?? other).twinIds ?? []
      set(
        other,
        theirs.filter(id => id !== row.id),
      )
    }
  }
  if (changed.size > 0) await store.invoices.bulkPut([...changed.values()])
  return [...changed.keys()]
}

/** Each invoice's candidates: those of its number, and those of its supplier and day. */
async function alikeByKey(
  store: Store,
  rows: readonly InvoiceRow[],
): Promise<(row: InvoiceRow) => InvoiceRow[]> {
  const day = ({ outletId, supplier, date }: InvoiceRow) => JSON.stringify([outletId, supplier.id, date])
  const numbers = [...new Set(rows.map(({ number }) => number))].filter(number => number.trim() !== '')
  const days = new Map(rows.map(row => [day(row), row]))
  const [byNumber, byDay] = await Promise.all([
    Promise.all(numbers.map(number => store.invoices.where('number').equals(number).toArray())),
    Promise.all(
      [...days.values()].map(({ outletId, supplier, date }) =>
        store.invoices.where('[outletId+supplier.id+date]').equals([outletId, supplier.id, date]).toArray(),
      ),
    ),
  ])
  const numbered = new Map(numbers.map((number, index) => [number, byNumber[index] ?? []]))
  const dated = new Map([...days.keys()].map((key, index) => [key, byDay[index] ?? []]))
  return row => {
    const all = [...(numbered.get(row.number) ?? []), ...(dated.get(day(row)) ?? [])]
    return [...new Map(all.map(other => [other.id, other])).values()]
  }
}

function sameIds(before: readonly InvoiceId[], now: readonly InvoiceId[]): boolean {
  return before.length === now.length && now.every(id => before.includes(id))
}
