import type { Sandbox } from '../sandbox.ts'

/** Counts of what was called and what stands in the books, the faults still planned, and the limits in force. */
export function stateOf(sandbox: Sandbox): Record<string, unknown> {
  const calls = sandbox.calls.list()
  return {
    calls: { total: sandbox.calls.total(), byEndpoint: calls },
    organisations: sandbox.books.organisations.map(one => ({
      tenantId: one.tenantId,
      name: one.name,
      currency: one.baseCurrency,
      bills: one.documents.filter(document => document.kind === 'bill').length,
      creditNotes: one.documents.filter(document => document.kind === 'credit-note').length,
      byStatus: Object.fromEntries(
        Object.entries(Object.groupBy(one.documents, document => document.status)).map(
          ([status, documents]) => [status, documents?.length ?? 0],
        ),
      ),
      contacts: one.contacts.length,
      lockDates: one.lockDates,
      calls: calls
        .filter(call => call.tenantId === one.tenantId)
        .reduce((total, call) => total + call.calls, 0),
      connected: sandbox.consents.all().some(made => made.tenantId === one.tenantId),
    })),
    faults: sandbox.faults.list(),
    limits: sandbox.limits.ceilings,
    settings: sandbox.settings,
  }
}
