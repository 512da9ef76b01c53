import type { ContactId, OutletId, SupplierId } from '../../domain/ids.ts'
import type { Contact } from '../../domain/ledger-lists.ts'
import type { Outlet } from '../../domain/outlet.ts'
import type { Store } from '../open.ts'

/** A supplier of an outlet and the contact that its bills go to. */
export interface SupplierOfOutlet {
  id: SupplierId
  name: string
  taxNumber: string | undefined
  /** As linked by a person; null: found by its name at the export. */
  contactId: ContactId | null
  contact: Contact | null
}

export interface SuppliersOfOutlet {
  outlet: Outlet
  suppliers: SupplierOfOutlet[]
  /** Active ones, by name: those that may be chosen. */
  contacts: Contact[]
  /** Archived ones too: those that a supplier may be. */
  known: Contact[]
}

/** The suppliers of an outlet, unlinked ones first; undefined for an unknown outlet. */
export async function suppliersOf(store: Store, outletId: OutletId): Promise<SuppliersOfOutlet | undefined> {
  const outlet = await store.outlets.get(outletId)
  if (!outlet) return undefined
  const [suppliers, links, row] = await Promise.all([
    store.suppliers.where('outletId').equals(outletId).toArray(),
    store.supplierContacts.where('outletId').equals(outletId).toArray(),
    outlet.connection ? store.lists.get(outlet.connection.id) : undefined,
  ])
  const all = row?.lists.contacts ?? []
  const byId = new Map(all.map(contact => [contact.id, contact]))
  const contacts = all.filter(contact => contact.active).sort((a, b) => a.name.localeCompare(b.name))
  const linked = new Map(links.map(({ supplierId, contactId }) => [supplierId, contactId]))
  const rows = suppliers.map(({ id, name, taxNumber }) => {
    const contactId = linked.get(id) ?? null
    const contact = contactId === null ? null : (byId.get(contactId) ?? null)
    return { id, name, taxNumber, contactId, contact }
  })
  rows.sort(
    (a, b) => Number(a.contactId !== null) - Number(b.contactId !== null) || a.name.localeCompare(b.name),
  )
  return { outlet, suppliers: rows, contacts, known: all }
}
