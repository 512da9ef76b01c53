import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Exchange, type LedgerName } from './exchange.ts'

/** All that was written down of a ledger, in the order of each process. */
export function readRecordings(folder: string, ledger: LedgerName): Exchange[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.startsWith(`${ledger}-`))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter(line => line !== '')
    .map(line => Exchange.parse(JSON.parse(line)))
}

/** Whether our server made the request; the sandboxes' own tests make what requests they like. */
export function isOurs({ during }: Exchange): boolean {
  return /^tests\/(?:contract|chaos|e2e)\//.test(during)
}
