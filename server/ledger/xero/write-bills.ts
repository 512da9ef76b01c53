import type { CreditNote, Invoice } from 'xero-node'
import { z } from 'zod'
import type { BillKind } from '#lib/domain/bill.ts'
import { recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import { equals } from '#lib/domain/money.ts'
import { type BillToMake, LedgerTrouble, type Outcome } from '../port.ts'
import { contactsFor } from './contacts-for.ts'
import { billIdOf, numberOf, readBill, XeroBill } from './read-bill.ts'
import { wireCreditNote, wireInvoice } from './wire-bill.ts'
import { callXero, type XeroRejection } from './xero-api.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** Creates (`ids` null) or updates. Bills and credit notes go in calls of their own. */
export async function writeBills(
  xero: XeroOrganisation,
  bills: readonly BillToMake[],
  key: string,
  ids: readonly string[] | null,
): Promise<Outcome[]> {
  const contacts = await contactsFor(xero, bills, key)
  const outcomes: Outcome[] = bills.map((_, index) => contacts[index]?.refused ?? unanswered())
  for (const kind of ['bill', 'credit'] as const) {
    const places = bills.flatMap(({ bill }, place) =>
      bill.kind === kind && contacts[place]?.id ? [place] : [],
    )
    if (places.length === 0) continue
    const wire = places.map(place => {
      const toMake = bills[place] as BillToMake
      const contact = contacts[place]?.id ?? ''
      const id = ids?.[place]
      return kind === 'bill'
        ? { ...wireInvoice(toMake, contact), ...(id ? { invoiceID: id } : {}) }
        : { ...wireCreditNote(toMake, contact), ...(id ? { creditNoteID: id } : {}) }
    })
    const answers = await send(xero, kind, wire, `${key}-${kind}`, ids !== null)
    for (const [index, place] of places.entries()) {
      const toMake = bills[place] as BillToMake
      outcomes[place] = judge(
        xero,
        kind,
        toMake,
        matching(kind, toMake, answers, index, ids?.[place], places.length),
      )
    }
  }
  return outcomes
}

async function send(
  xero: XeroOrganisation,
  kind: BillKind,
  wire: unknown[],
  key: string,
  update: boolean,
): Promise<XeroBill[]> {
  const invoices = { invoices: wire as Invoice[] }
  const creditNotes = { creditNotes: wire as CreditNote[] }
  // PUT creates each time; POST would overwrite another supplier's bill of the same number (facts/xero.md).
  const answer =
    kind === 'bill'
      ? await callXero(
          () =>
            update
              ? xero.api.updateOrCreateInvoices(xero.tenant, invoices, false, 4, key)
              : xero.api.createInvoices(xero.tenant, invoices, false, 4, key),
          true,
        )
      : await callXero(
          () =>
            update
              ? xero.api.updateOrCreateCreditNotes(xero.tenant, creditNotes, false, 4, key)
              : xero.api.createCreditNotes(xero.tenant, creditNotes, false, 4, key),
          true,
        )
  if (!answer.ok) return wire.map(() => refusedWhole(answer.rejection))
  const body = answer.body as { invoices?: unknown[]; creditNotes?: unknown[] }
  return z.array(XeroBill).parse(body.invoices ?? body.creditNotes ?? [])
}

/** A whole request that was refused, told of each bill in it. */
function refusedWhole(rejection: XeroRejection): XeroBill {
  return { status: 'DRAFT', hasErrors: true, validationErrors: [{ message: rejection.text }] }
}

/** The answer that belongs to a bill: by id or our link, else by its place when number and count agree. */
function matching(
  kind: BillKind,
  { bill, link }: BillToMake,
  answers: XeroBill[],
  index: number,
  id: string | undefined,
  count: number,
) {
  const byId = id && answers.find(answer => billIdOf(answer) === id)
  if (byId) return byId
  const byLink = kind === 'bill' && answers.find(answer => answer.url === link)
  if (byLink) return byLink
  const inPlace = answers.length === count ? answers[index] : undefined
  return inPlace && (numberOf(inPlace) === bill.number || inPlace.hasErrors) ? inPlace : undefined
}

function judge(
  { appUrl }: XeroOrganisation,
  kind: BillKind,
  { bill }: BillToMake,
  answer: XeroBill | undefined,
): Outcome {
  if (answer === undefined)
    throw new LedgerTrouble('unknown-outcome', `Xero's answer does not name ${bill.number}`)
  const messages = (answer.validationErrors ?? []).map(error => error.message ?? '').filter(Boolean)
  if (answer.hasErrors || answer.statusAttributeString === 'ERROR' || messages.length > 0) {
    const raw = messages.join(' ') || 'Xero refused the bill without saying why'
    return {
      kind: 'refused',
      failure: { code: recogniseFailure('xero', raw).code, raw, billState: null },
      bill: null,
    }
  }
  const posted = readBill(appUrl, kind, answer)
  if (!equals(posted.total, bill.total)) {
    const raw = `Invoice: ${bill.total}. Bill in Xero: ${posted.total}.`
    return { kind: 'refused', failure: { code: 'totals-differ', raw, billState: posted.state }, bill: posted }
  }
  return { kind: 'posted', bill: posted }
}

function unanswered(): Outcome {
  return { kind: 'refused', failure: { code: 'unknown', raw: 'Not sent', billState: null }, bill: null }
}
