import type { ContactId } from './ids.ts'
import type { Contact } from './ledger-lists.ts'
import type { Currency } from './money.ts'
import { mayBeOne, plainTaxNumber, type SupplierName, supplierName } from './supplier-name.ts'

/** A supplier as an invoice names it. */
export interface SupplierToFind {
  /** The contact that a person linked it to. */
  id: ContactId | null
  name: string
  taxNumber?: string | null | undefined
  /** Of its bill: where contacts of the same name have one currency each, it chooses among them. */
  currency?: Currency | null | undefined
}

/** Which contact of the ledger a supplier is. */
export type MatchedContact =
  | { kind: 'found'; contact: Contact }
  /** The only ones that it may be were put away. */
  | { kind: 'archived'; contact: Contact }
  /** Several are written alike: a person must say which. */
  | { kind: 'ambiguous'; contacts: Contact[] }
  /** The linked contact is not in the ledger. */
  | { kind: 'gone' }
  /** Nobody has such a name: it may be created. */
  | { kind: 'none' }

interface Known {
  contact: Contact
  name: SupplierName
}

interface Index {
  byId: ReadonlyMap<string, Contact>
  byPlain: ReadonlyMap<string, readonly Known[]>
  byCore: ReadonlyMap<string, readonly Known[]>
  byTaxNumber: ReadonlyMap<string, readonly Known[]>
}

/** A ledger has thousands of contacts, and each list of them is asked for every invoice. */
const indexes = new WeakMap<readonly Contact[], Index>()

/**
 * The contact that a supplier's bill goes to: by the link, else by the very name, the name written alike, the
 * tax number, the name without its form of company; each only where it leaves one. Active ones come first.
 */
export function matchContact(contacts: readonly Contact[], supplier: SupplierToFind): MatchedContact {
  const index = indexOf(contacts)
  if (supplier.id !== null) {
    const linked = index.byId.get(supplier.id)
    if (!linked) return { kind: 'gone' }
    return { kind: linked.active ? 'found' : 'archived', contact: linked }
  }
  let archived: Contact | undefined
  for (const some of steps(index, supplier)) {
    const active = ofCurrency(
      some.filter(({ active }) => active),
      supplier.currency,
    )
    const [only] = active
    if (only && active.length === 1) return { kind: 'found', contact: only }
    if (only) return { kind: 'ambiguous', contacts: active }
    archived ??= some[0]
  }
  return archived ? { kind: 'archived', contact: archived } : { kind: 'none' }
}

/** Every contact that a supplier may mean, archived ones too: among their bills its own may stand already. */
export function contactsAlike(contacts: readonly Contact[], supplier: SupplierToFind): Contact[] {
  const index = indexOf(contacts)
  const linked = supplier.id === null ? undefined : index.byId.get(supplier.id)
  const named = steps(index, linked ? { ...supplier, name: linked.name } : supplier).flat()
  return [...new Set([...(linked ? [linked] : []), ...named])]
}

/** From the surest to the least sure. */
function steps(index: Index, { name, taxNumber }: SupplierToFind): Contact[][] {
  const wanted = supplierName(name)
  const number = plainTaxNumber(taxNumber)
  const alike = (index.byPlain.get(wanted.plain) ?? []).filter(one => !otherNumber(one, number))
  const core = (index.byCore.get(wanted.core) ?? []).filter(
    one => mayBeOne(one.name, wanted) && !otherNumber(one, number),
  )
  const numbered = number === null ? [] : (index.byTaxNumber.get(number) ?? [])
  const very = alike.filter(({ contact }) => contact.name === name)
  return [very, alike, numbered, core].map(some => some.map(({ contact }) => contact))
}

/** Both tax numbers are known, and they are not the same: another company, whatever its name. */
function otherNumber({ contact }: Known, number: string | null): boolean {
  const own = plainTaxNumber(contact.taxNumber)
  return number !== null && own !== null && own !== number
}

function ofCurrency(contacts: Contact[], currency: Currency | null | undefined): Contact[] {
  const fitting = contacts.filter(contact => contact.currency === currency)
  return contacts.length > 1 && fitting.length > 0 ? fitting : contacts
}

function indexOf(contacts: readonly Contact[]): Index {
  const known = indexes.get(contacts)
  if (known) return known
  const all = contacts.map(contact => ({ contact, name: supplierName(contact.name) }))
  const index = {
    byId: new Map(contacts.map(contact => [contact.id as string, contact])),
    byPlain: Map.groupBy(all, ({ name }) => name.plain),
    byCore: Map.groupBy(all, ({ name }) => name.core),
    byTaxNumber: Map.groupBy(
      all.filter(({ contact }) => plainTaxNumber(contact.taxNumber) !== null),
      ({ contact }) => plainTaxNumber(contact.taxNumber) ?? '',
    ),
  }
  indexes.set(contacts, index)
  return index
}
