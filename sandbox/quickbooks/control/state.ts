import type { Sandbox } from '../sandbox.ts'
import { stateName } from './bill-view.ts'

/** Counts of what was called and what stands in the books, the faults still planned, and the limits in force. */
export function stateOf(sandbox: Sandbox): Record<string, unknown> {
  const calls = sandbox.calls.list()
  return {
    calls: { total: sandbox.calls.total(), byEndpoint: calls },
    companies: sandbox.books.companies.map(one => ({
      realmId: one.realmId,
      name: one.name,
      currency: one.homeCurrency,
      plan: one.plan,
      bills: one.transactions.filter(({ kind }) => kind === 'Bill').length,
      vendorCredits: one.transactions.filter(({ kind }) => kind === 'VendorCredit').length,
      byStatus: Object.fromEntries(
        Object.entries(Object.groupBy(one.transactions, stateName)).map(([status, found]) => [
          status,
          found?.length ?? 0,
        ]),
      ),
      vendors: one.vendors.length,
      closeDate: one.closeDate ?? null,
      calls: calls
        .filter(call => call.realmId === one.realmId)
        .reduce((total, call) => total + call.calls, 0),
      connected: sandbox.tokens.connected(one.realmId),
    })),
    faults: sandbox.faults.list(),
    limits: sandbox.throttle.limits,
    settings: sandbox.settings,
  }
}
