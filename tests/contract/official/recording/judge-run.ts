import type { Exchange } from './exchange.ts'
import type { Recording } from './record-run.ts'

/** What a run's recordings are good for: to be checked, to be passed over, or a failure of the recording itself. */
export type Judged = { what: 'check' } | { what: 'skip' | 'fail'; why: string }

/** Where a ledger's exchanges come from in a full run: each of these must have brought some. */
export type Sources = readonly string[]

/**
 * Says whether what was recorded can be checked. `files` are all test files that there are: a run that left some
 * out, or narrowed itself to tests of some names, may have recorded little or nothing; a full one may not.
 */
export function judgeRun(
  { files: ran, narrowed }: Pick<Recording, 'files' | 'narrowed'>,
  files: readonly string[],
  exchanges: readonly Exchange[],
  sources: Sources,
): Judged {
  const full = !narrowed && files.every(file => ran.includes(file))
  const silent = sources.filter(source => !exchanges.some(({ during }) => during.startsWith(source)))
  if (full && silent.length > 0) {
    return { what: 'fail', why: `All tests ran, but nothing was recorded of ${silent.join(' and ')}` }
  }
  if (exchanges.length > 0) return { what: 'check' }
  return { what: 'skip', why: 'nothing of this ledger ran beside this check' }
}
