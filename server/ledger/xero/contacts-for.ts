import { type Contact, Contact as ContactSchema } from '#lib/domain/ledger-lists.ts'
import type { BillToMake, Outcome } from '../port.ts'
import { callXero } from './xero-api.ts'
import { normalised, type XeroOrganisation } from './xero-organisation.ts'

/** The contact that a bill goes to, or why there is none. */
export interface Resolved {
  id: string | null
  refused: Outcome | null
}

/** The contact of each bill: by id, else by name; a supplier that nobody knows is created once. */
export async function contactsFor(
  xero: XeroOrganisation,
  bills: readonly BillToMake[],
  key: string,
): Promise<Resolved[]> {
  const { contacts } = await xero.known.read()
  const byName = new Map<string, Contact>()
  for (const contact of contacts) {
    const name = normalised(contact.name)
    if (!byName.get(name)?.active) byName.set(name, contact)
  }
  const missing = new Map<string, string>()
  for (const { bill } of bills) {
    const name = normalised(bill.contact.name)
    if (bill.contact.id === null && !byName.has(name)) missing.set(name, bill.contact.name)
  }
  if (missing.size > 0) {
    const toMake = { contacts: [...missing.values()].map(name => ({ name })) }
    const answer = await callXero(
      () => xero.api.createContacts(xero.tenant, toMake, false, `${key}-contacts`),
      true,
    )
    if (!answer.ok) throw new Error(`Xero refused contacts: ${answer.rejection.text}`)
    const made = (answer.body.contacts ?? []).flatMap(({ contactID, name, hasValidationErrors }) =>
      contactID && name && !hasValidationErrors
        ? [ContactSchema.parse({ id: contactID, name, active: true })]
        : [],
    )
    for (const contact of made) byName.set(normalised(contact.name), contact)
    await xero.known.addContacts(made)
  }
  return bills.map(({ bill }) => {
    if (bill.contact.id !== null) return { id: bill.contact.id, refused: null }
    const contact = byName.get(normalised(bill.contact.name))
    if (contact?.active) return { id: contact.id, refused: null }
    const raw = contact
      ? `The contact ${contact.name} has been archived`
      : `An existing contact could not be found for ${bill.contact.name}`
    const code = contact ? 'contact-archived' : 'contact-not-found'
    return { id: null, refused: { kind: 'refused', failure: { code, raw, billState: null }, bill: null } }
  })
}
