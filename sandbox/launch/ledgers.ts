import type { Provider, SandboxData } from '#sandbox/data/sandbox-data.ts'
import { createQuickbooksSandbox } from '#sandbox/quickbooks/app.ts'
import { seedCompanies } from '#sandbox/quickbooks/seed.ts'
import { createXeroSandbox } from '#sandbox/xero/app.ts'
import { seedOrganisations } from '#sandbox/xero/seed.ts'

/** Where each ledger lies under the sandbox's origin. */
export const ledgerBase = { xero: '', quickbooks: '/quickbooks' } as const satisfies Record<Provider, string>

/**
 * Both ledgers, with the organisations of their own that the sandbox's ledgers bring. An outlet's organisation
 * stands only in the ledger in which the outlet keeps its books.
 */
export function openLedgers(origin: string, data: SandboxData) {
  const keptIn = (provider: Provider) => {
    const elsewhere = data.outlets
      .filter(({ integration }) => integration.provider !== provider)
      .map(({ integration }) => integration.organisation)
    return ({ name }: { name: string }) => !elsewhere.includes(name)
  }
  const suppliers = data.suppliers.map(({ name }) => name)
  return {
    xero: createXeroSandbox({
      origin,
      organisations: seedOrganisations({ suppliers }).filter(keptIn('xero')),
    }),
    quickbooks: createQuickbooksSandbox({
      origin: `${origin}${ledgerBase.quickbooks}`,
      companies: seedCompanies({ suppliers: vendorsOf(data) }).filter(keptIn('quickbooks')),
    }),
  }
}

/**
 * The suppliers' names with those that the outlets in QuickBooks buy from last. The ledger's seed gives the name
 * of an early one to a customer, whose vendor nobody can make (6240): that is nobody these outlets need.
 */
function vendorsOf({ outlets, suppliers, invoices }: SandboxData): string[] {
  const inQuickbooks = new Set(
    outlets.filter(({ integration }) => integration.provider === 'quickbooks').map(({ id }) => id),
  )
  const needed = new Set(
    invoices.filter(({ outletId }) => inQuickbooks.has(outletId)).map(({ supplierId }) => supplierId),
  )
  const [last, first] = [true, false].map(wanted => suppliers.filter(({ id }) => needed.has(id) === wanted))
  return [...(first ?? []), ...(last ?? [])].map(({ name }) => name)
}
