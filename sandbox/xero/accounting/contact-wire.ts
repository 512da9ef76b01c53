import type { Contact } from '../books/organisation.ts'
import { wireTime } from '../documents/wire-date.ts'

/** A contact as the contacts endpoint answers it. */
export function contactWire(contact: Contact): Record<string, unknown> {
  return {
    ContactID: contact.contactId,
    ContactStatus: contact.status,
    Name: contact.name,
    EmailAddress: contact.emailAddress,
    BankAccountDetails: '',
    ...(contact.accountNumber === undefined ? {} : { AccountNumber: contact.accountNumber }),
    ...(contact.contactNumber === undefined ? {} : { ContactNumber: contact.contactNumber }),
    ...(contact.taxNumber === undefined ? {} : { TaxNumber: contact.taxNumber }),
    Addresses: [],
    Phones: [],
    ContactGroups: [],
    ContactPersons: [],
    IsSupplier: contact.isSupplier,
    IsCustomer: contact.isCustomer,
    UpdatedDateUTC: wireTime(contact.updatedAt),
    HasAttachments: false,
    HasValidationErrors: false,
  }
}

/** A contact as it stands inside a bill of a list: its id and name. */
export function contactReference(contact: Contact): Record<string, unknown> {
  return {
    ContactID: contact.contactId,
    Name: contact.name,
    Addresses: [],
    Phones: [],
    ContactGroups: [],
    ContactPersons: [],
    HasValidationErrors: false,
  }
}
