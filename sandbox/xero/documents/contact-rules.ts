import { randomUUID } from 'node:crypto'
import type { Contact, Organisation } from '../books/organisation.ts'
import type { ContactReference } from './document-input.ts'

export const ARCHIVED_CONTACT =
  'The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API.'
export const UNKNOWN_CONTACT =
  'An existing contact could not be found with the specified details. The contact may have been merged or deleted.'
export const CONTACT_REQUIRED = 'A Contact must be specified for this type of transaction'

/** The active contact that already has this name (case does not count), other than `except`. */
export function nameHolder(
  organisation: Organisation,
  name: string,
  except?: Contact | undefined,
): Contact | undefined {
  return organisation.contacts.find(
    one => one.status === 'ACTIVE' && one !== except && one.name.toLowerCase() === name.trim().toLowerCase(),
  )
}

/** The refusal of a name that another contact has. */
export function nameTaken(name: string): string {
  return `The contact name ${name} is already assigned to another contact. The contact name must be unique across all active contacts.`
}

/**
 * The contact a document is for: by id, else by name, else a new one of that name. Nothing changes in the books
 * until `settle` is called, once the whole document has been accepted: a new contact is entered, and a name sent
 * along with an id renames the contact.
 */
export function contactFor(
  organisation: Organisation,
  reference: ContactReference,
  now: Date,
): { contact: Contact; settle: () => void } | { error: string } {
  const name = reference.Name?.trim()
  if (reference.ContactID !== undefined) {
    const id = reference.ContactID.toLowerCase()
    const contact = organisation.contacts.find(one => one.contactId === id)
    if (!contact) return { error: UNKNOWN_CONTACT }
    if (contact.status === 'ARCHIVED') return { error: ARCHIVED_CONTACT }
    if (name && nameHolder(organisation, name, contact)) return { error: nameTaken(name) }
    const settle = (): void => {
      if (name && name !== contact.name) Object.assign(contact, { name, updatedAt: now })
    }
    return { contact, settle }
  }
  if (!name) return { error: CONTACT_REQUIRED }
  if (name.length > 255) return { error: 'The contact name must not be more than 255 characters long.' }
  const known = nameHolder(organisation, name)
  if (known) return { contact: known, settle: () => {} }
  const archived = organisation.contacts.some(one => one.name.toLowerCase() === name.toLowerCase())
  if (archived) return { error: ARCHIVED_CONTACT }
  const contact: Contact = {
    contactId: randomUUID(),
    name,
    status: 'ACTIVE',
    emailAddress: reference.EmailAddress ?? '',
    isSupplier: true,
    isCustomer: false,
    updatedAt: now,
  }
  return { contact, settle: () => organisation.contacts.push(contact) }
}
