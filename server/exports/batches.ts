import type { Pending } from './pending.ts'

/** So many tries without an answer may be the ledger's trouble; after more, a bill may be what causes it. */
const PATIENT = 2

/**
 * The calls in which exports are sent: bills and credits by themselves, each within the ledger's count and
 * bytes. What was tried in vain goes in ever smaller calls, so that one bill that the ledger cannot digest
 * does not take others with it for ever.
 */
export function batches(
  exports: readonly Pending[],
  { batch, batchBytes }: { batch: number; batchBytes: number },
): Pending[][] {
  const sorted = new Map<string, { most: number; some: Pending[] }>()
  for (const one of exports) {
    const most = Math.max(1, Math.floor(batch / 2 ** Math.max(0, one.tries - PATIENT)))
    const name = `${one.request.bill.kind} ${most}`
    const group = sorted.get(name) ?? { most, some: [] }
    group.some.push(one)
    sorted.set(name, group)
  }
  // The large calls first: what is probably well does not wait for what is not.
  const groups = [...sorted.values()].sort((one, other) => other.most - one.most)
  return groups.flatMap(({ most, some }) => cut(some, most, batchBytes))
}

function cut(exports: readonly Pending[], most: number, mostBytes: number): Pending[][] {
  const all: Pending[][] = []
  let bytes = 0
  for (const one of exports) {
    const size = Buffer.byteLength(JSON.stringify(one.request.bill))
    const last = all.at(-1)
    if (last === undefined || last.length >= most || bytes + size > mostBytes) {
      all.push([one])
      bytes = size
    } else {
      last.push(one)
      bytes += size
    }
  }
  return all
}
