import type { CreditNote, Invoice } from 'xero-node'
import { z } from 'zod'
import type { BillKind } from '#lib/domain/bill.ts'
import { XeroBill } from './read-bill.ts'
import { callXero } from './xero-api.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** A bill or credit note as xero-node takes it. */
export type WireBill = Invoice | CreditNote

/** Xero's answer for each bill, in whatever order; or its words where it refused the whole request. */
export type Sent = { ok: true; bills: XeroBill[] } | { ok: false; text: string }

/**
 * One request. PUT creates each time; POST with ids updates: without an id it would overwrite another
 * supplier's bill of the same number. `summarizeErrors` is always false, else what was made next to a refused
 * one goes untold (facts/xero.md, What must shape the code).
 */
export async function sendBills(
  xero: XeroOrganisation,
  kind: BillKind,
  wire: readonly WireBill[],
  key: string,
  update: boolean,
): Promise<Sent> {
  const { api, tenant } = xero
  const invoices = { invoices: wire as Invoice[] }
  const creditNotes = { creditNotes: wire as CreditNote[] }
  const answer =
    kind === 'bill'
      ? await callXero(
          xero,
          () =>
            update
              ? api.updateOrCreateInvoices(tenant, invoices, false, 4, key)
              : api.createInvoices(tenant, invoices, false, 4, key),
          true,
        )
      : await callXero(
          xero,
          () =>
            update
              ? api.updateOrCreateCreditNotes(tenant, creditNotes, false, 4, key)
              : api.createCreditNotes(tenant, creditNotes, false, 4, key),
          true,
        )
  if (!answer.ok) return { ok: false, text: answer.rejection.text }
  const body: { invoices?: unknown[]; creditNotes?: unknown[] } = answer.body
  return { ok: true, bills: z.array(XeroBill).parse(body.invoices ?? body.creditNotes ?? []) }
}
