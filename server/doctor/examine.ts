import type { Config } from '../config.ts'
import { checkLedger } from './check-ledger.ts'
import { checkServer } from './check-server.ts'
import { checkStore } from './check-store.ts'
import type { Finding } from './finding.ts'
import { quickbooksApp, xeroApp } from './ledger-app.ts'

/**
 * Everything that may be wrong with a server's settings, its apps at the ledgers, and what it holds. Nothing is
 * changed anywhere, except that `live` renews tokens as the server would.
 */
export async function examine(config: Config, { live }: { live: boolean }): Promise<Finding[]> {
  const [server, xero, quickbooks, store] = await Promise.all([
    checkServer(config),
    checkLedger(xeroApp(config), config.publicUrl),
    checkLedger(quickbooksApp(config), config.publicUrl),
    checkStore(config, live),
  ])
  const all = [...server, ...store, ...xero, ...quickbooks]
  return ['Server', 'Xero', 'QuickBooks'].flatMap(about => all.filter(finding => finding.about === about))
}

/** Whether the server can do its work: warnings and what was skipped do not keep it from that. */
export function isSound(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'failed')
}
