import type { Stamp } from './stamp.ts'

export type Address = {
  Line1?: string | undefined
  Line2?: string | undefined
  City?: string | undefined
  Country?: string | undefined
  CountrySubDivisionCode?: string | undefined
  PostalCode?: string | undefined
}

/** A supplier; the texts are what apps and persons wrote. A name made inactive ends in ` (deleted)`. */
export type Vendor = Stamp & {
  id: string
  displayName: string
  companyName?: string | undefined
  givenName?: string | undefined
  familyName?: string | undefined
  printOnCheckName?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  taxIdentifier?: string | undefined
  acctNum?: string | undefined
  notes?: string | undefined
  address?: Address | undefined
  termId?: string | undefined
  currency: string
  active: boolean
}

/** A customer or employee: here only because their names are taken for vendors (6240). */
export type OtherName = { id: string; displayName: string; kind: 'Customer' | 'Employee' }

const DELETED = ' (deleted)'

/** The name as the ledger shows it: an inactive one says so, and the name itself is free again. */
export function nameWhen(active: boolean, name: string): string {
  const bare = name.endsWith(DELETED) ? name.slice(0, -DELETED.length) : name
  return active ? bare : `${bare}${DELETED}`
}
