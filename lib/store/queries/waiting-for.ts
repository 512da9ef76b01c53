import type { Assessment } from '../../domain/assessment.ts'
import type { InvoiceRow } from '../database.ts'

/** A product or a group that invoices lack something for, with those invoices. */
export interface Waiting {
  name: string
  invoices: InvoiceRow[]
}

/** Gathers invoices by the things that `named` finds in their assessments. */
export function waitingFor<Id extends string>(
  yellow: readonly InvoiceRow[],
  named: (assessment: Assessment) => readonly { id: Id; name: string }[],
): Map<Id, Waiting> {
  const waiting = new Map<Id, Waiting>()
  for (const invoice of yellow) {
    for (const { id, name } of named(invoice.assessment)) {
      const entry = waiting.get(id) ?? { name, invoices: [] }
      waiting.set(id, entry)
      entry.invoices.push(invoice)
    }
  }
  return waiting
}

/** The products that lack a group, as an assessment names them. */
export function productsWithoutGroup({ reasons }: Assessment) {
  return reasons.flatMap(reason => (reason.kind === 'products-without-group' ? reason.products : []))
}

/** The groups that lack an account, as an assessment names them. */
export function groupsWithoutAccount({ reasons }: Assessment) {
  return reasons.flatMap(reason => (reason.kind === 'groups-without-account' ? reason.groups : []))
}
