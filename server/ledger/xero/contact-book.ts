import { z } from 'zod'
import type { ContactId } from '#lib/domain/ids.ts'
import { Contact } from '#lib/domain/ledger-lists.ts'
import { contactsAlike, type MatchedContact, matchContact } from '#lib/domain/match-contact.ts'
import { isSameSupplier, supplierName } from '#lib/domain/supplier-name.ts'
import type { BillToMake, Outcome } from '../port.ts'
import { callXero } from './xero-api.ts'
import { readContacts } from './xero-contacts.ts'
import type { XeroOrganisation } from './xero-organisation.ts'

/** How a bill names its contact. */
export type Named = { id: ContactId | null; name: string; taxNumber?: string | undefined }

/** The contact that a bill goes to, or why there is none. */
export type Resolved = { id: string } | { refused: Outcome }

/** The contacts that a name may mean, archived ones too. */
export interface MeantContacts {
  /** Their bills are the supplier's. */
  sure: readonly string[]
  /** Written like it: among their bills its own may stand all the same. */
  alike: readonly string[]
}

/** The contacts of an organisation, as one drain or one request needs them. */
export interface ContactBook {
  meant(contacts: readonly Named[]): Promise<MeantContacts[]>
  /** The contact of each bill, as pre-flight tells it; a supplier that nobody knows is created, once. */
  resolve(bills: readonly BillToMake[], key: string): Promise<Resolved[]>
}

/** Stands on the cached lists; the contacts are read anew, at most once, when one is looked for in vain. */
export function createContactBook(xero: XeroOrganisation): ContactBook {
  let contacts: readonly Contact[] | null = null
  let fresh = false

  async function known(wanted: readonly Named[]): Promise<readonly Contact[]> {
    const cached = contacts ?? (await xero.known.read()).contacts
    contacts = cached
    if (fresh || wanted.every(one => matchContact(cached, one).kind === 'found')) return cached
    contacts = await readContacts(xero)
    fresh = true
    await xero.known.keepContacts(contacts)
    return contacts
  }

  /** Creates contacts in one call. Gives, by its plain name, why one could not be made. */
  async function create(suppliers: readonly Named[], key: string): Promise<Map<string, string>> {
    const toMake = {
      contacts: suppliers.map(({ name, taxNumber }) => (taxNumber ? { name, taxNumber } : { name })),
    }
    const answer = await callXero(
      xero,
      () => xero.api.createContacts(xero.tenant, toMake, false, `${key}-contacts`),
      true,
    )
    if (!answer.ok)
      return new Map(suppliers.map(({ name }) => [supplierName(name).plain, answer.rejection.text]))
    const failed = new Map<string, string>()
    const made: Contact[] = []
    for (const one of z.array(MadeContact).parse(answer.body.contacts ?? [])) {
      const problems = (one.validationErrors ?? []).map(({ message }) => message)
      if (problems.length > 0 || one.hasValidationErrors || !one.contactID)
        failed.set(supplierName(one.name ?? '').plain, problems.join(' '))
      else
        made.push(
          Contact.parse({
            id: one.contactID,
            name: one.name,
            active: true,
            taxNumber: one.taxNumber ?? null,
          }),
        )
    }
    contacts = [...(contacts ?? []), ...made]
    await xero.known.keepContacts(contacts)
    return failed
  }

  return {
    async meant(wanted) {
      const all = await known(wanted)
      return wanted.map(one => {
        const alike = contactsAlike(all, one).map(({ id }) => id)
        return { sure: one.id === null ? surelyMeant(all, one) : [one.id], alike }
      })
    },
    async resolve(bills, key) {
      const wanted = bills.map(({ bill }) => bill.contact)
      const before = await known(wanted)
      const missing = wanted.filter(one => matchContact(before, one).kind === 'none')
      const failed = missing.length > 0 ? await create(onceEach(missing), key) : new Map<string, string>()
      return wanted.map(one => judge(matchContact(contacts ?? before, one), one, failed))
    },
  }
}

/** Those of the very name, however it is written, and the one that its bills would go to. */
function surelyMeant(contacts: readonly Contact[], one: Named): string[] {
  const { plain } = supplierName(one.name)
  const named = contactsAlike(contacts, one).filter(({ name }) => supplierName(name).plain === plain)
  const matched = matchContact(contacts, one)
  return [...new Set([...named, ...('contact' in matched ? [matched.contact] : [])].map(({ id }) => id))]
}

/** Of suppliers that may be one company the first is made. */
function onceEach(suppliers: readonly Named[]): Named[] {
  const once: Named[] = []
  for (const one of suppliers) if (!once.some(other => isSameSupplier(other, one))) once.push(one)
  return once
}

const MadeContact = z.looseObject({
  contactID: z.string().optional(),
  name: z.string().optional(),
  taxNumber: z.string().nullish(),
  hasValidationErrors: z.boolean().optional(),
  validationErrors: z.array(z.looseObject({ message: z.string().default('') })).optional(),
})

function judge(matched: MatchedContact, named: Named, failed: ReadonlyMap<string, string>): Resolved {
  switch (matched.kind) {
    case 'found':
      return { id: matched.contact.id }
    case 'archived':
      // As far as the list knows; of a contact that was named by its id Xero says so itself if it still is.
      if (named.id !== null) return { id: matched.contact.id }
      return refused('contact-archived', `The contact ${matched.contact.name} has been archived`)
    case 'ambiguous': {
      const names = matched.contacts.map(({ name }) => name).join(' or ')
      return refused('contact-ambiguous', `${named.name} may be ${names}`)
    }
    case 'gone':
    case 'none': {
      const why = failed.get(supplierName(named.name).plain)
      return refused('contact-not-found', why || `An existing contact could not be found for ${named.name}`)
    }
  }
}

function refused(code: string, raw: string): Resolved {
  const failure = { code, raw: raw.slice(0, 4000), billState: null }
  return { refused: { kind: 'refused', failure, bill: null } }
}
