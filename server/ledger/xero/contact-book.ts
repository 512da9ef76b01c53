import { z } from 'zod'
import { Contact } from '#lib/domain/ledger-lists.ts'
import type { BillToMake, Outcome } from '../port.ts'
import { callXero } from './xero-api.ts'
import { readContacts } from './xero-contacts.ts'
import { normalised, type XeroOrganisation } from './xero-organisation.ts'

/** How a bill names its contact. */
export type Named = { id: string | null; name: string }

/** The contact that a bill goes to, or why there is none. */
export type Resolved = { id: string } | { refused: Outcome }

/** The contacts of an organisation, as one drain or one request needs them. */
export interface ContactBook {
  /** Every contact that this may mean, archived ones too; none where the ledger has no such contact. */
  meant(contacts: readonly Named[]): Promise<string[][]>
  /** The contact of each bill: by id, else by name; a supplier that nobody knows is created, once. */
  resolve(bills: readonly BillToMake[], key: string): Promise<Resolved[]>
}

/** Stands on the cached lists; the contacts are read anew, at most once, when one is looked for in vain. */
export function createContactBook(xero: XeroOrganisation): ContactBook {
  let contacts: readonly Contact[] | null = null
  let fresh = false

  async function known(wanted: readonly Named[]): Promise<readonly Contact[]> {
    contacts ??= (await xero.known.read()).contacts
    if (fresh || wanted.every(one => among(contacts ?? [], one).some(({ active }) => active))) return contacts
    contacts = await readContacts(xero)
    fresh = true
    await xero.known.keepContacts(contacts)
    return contacts
  }

  /** Creates contacts in one call. Gives, by compared name, why one could not be made. */
  async function create(names: readonly string[], key: string): Promise<Map<string, string>> {
    const toMake = { contacts: names.map(name => ({ name })) }
    const answer = await callXero(
      xero,
      () => xero.api.createContacts(xero.tenant, toMake, false, `${key}-contacts`),
      true,
    )
    if (!answer.ok) return new Map(names.map(name => [normalised(name), answer.rejection.text]))
    const failed = new Map<string, string>()
    const made: Contact[] = []
    for (const one of z.array(MadeContact).parse(answer.body.contacts ?? [])) {
      const problems = (one.validationErrors ?? []).map(({ message }) => message)
      if (problems.length > 0 || one.hasValidationErrors || !one.contactID)
        failed.set(normalised(one.name ?? ''), problems.join(' '))
      else made.push(Contact.parse({ id: one.contactID, name: one.name, active: true }))
    }
    contacts = [...(contacts ?? []), ...made]
    await xero.known.keepContacts(contacts)
    return failed
  }

  return {
    async meant(wanted) {
      const all = await known(wanted)
      return wanted.map(one => (one.id === null ? among(all, one).map(({ id }) => id) : [one.id]))
    },
    async resolve(bills, key) {
      const wanted = bills.map(({ bill }) => bill.contact)
      const before = await known(wanted)
      const missing = new Map(
        wanted
          .filter(one => one.id === null && among(before, one).length === 0)
          .map(one => [normalised(one.name), one.name]),
      )
      const failed = missing.size > 0 ? await create([...missing.values()], key) : new Map<string, string>()
      return wanted.map(one => judge(among(contacts ?? before, one), one, failed.get(normalised(one.name))))
    },
  }
}

const MadeContact = z.looseObject({
  contactID: z.string().optional(),
  name: z.string().optional(),
  hasValidationErrors: z.boolean().optional(),
  validationErrors: z.array(z.looseObject({ message: z.string().default('') })).optional(),
})

function among(contacts: readonly Contact[], { id, name }: Named): readonly Contact[] {
  const compared = normalised(name)
  return contacts.filter(one => (id === null ? normalised(one.name) === compared : one.id === id))
}

function judge(found: readonly Contact[], named: Named, failed: string | undefined): Resolved {
  // The very name comes before one that is only written alike.
  const active = found.filter(one => one.active)
  const contact = active.find(({ name }) => name === named.name) ?? active[0]
  if (contact) return { id: contact.id }
  // Archived, as far as the list knows; Xero says so itself if it still is.
  if (named.id !== null && found[0]) return { id: found[0].id }
  const archived = found[0]
  const raw = archived
    ? `The contact ${archived.name} has been archived`
    : failed || `An existing contact could not be found for ${named.name}`
  const code = archived ? 'contact-archived' : 'contact-not-found'
  return {
    refused: { kind: 'refused', failure: { code, raw: raw.slice(0, 4000), billState: null }, bill: null },
  }
}
