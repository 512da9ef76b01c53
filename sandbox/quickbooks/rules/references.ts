import type { Account } from '../books/account.ts'
import type { Company, Tag, Term } from '../books/company.ts'
import type { TaxCode } from '../books/tax.ts'
import type { Vendor } from '../books/vendor.ts'
import { type ReferenceList, refuse } from './refusals.ts'

type Ref = { value: string } | undefined

/** What is referred to, if anything is. @throws ApiFault 2500 where it is unknown, 610 where it is inactive */
function lookUp<T extends { id: string; active: boolean }>(
  list: readonly T[],
  name: ReferenceList,
  ref: Ref,
): T | undefined {
  if (ref === undefined) return undefined
  const found = list.find(one => one.id === ref.value)
  if (!found) throw refuse.unknownReference(name, ref.value)
  if (!found.active) throw refuse.inactive()
  return found
}

/** The account a reference means. @throws ApiFault */
export function accountOf(company: Company, ref: { value: string }): Account {
  return there(lookUp(company.accounts, 'Accounts', ref), 'Accounts', ref)
}

/** The vendor a reference means; a customer's id is no vendor. @throws ApiFault */
export function vendorOf(company: Company, ref: { value: string }): Vendor {
  return there(lookUp(company.vendors, 'Names', ref), 'Names', ref)
}

/** The class of a line, if it has one. @throws ApiFault */
export function classOf(company: Company, ref: Ref): Tag | undefined {
  return lookUp(company.classes, 'Klasses', ref)
}

/** The location of a transaction, if it has one. @throws ApiFault */
export function departmentOf(company: Company, ref: Ref): Tag | undefined {
  return lookUp(company.departments, 'Depts', ref)
}

/** The tax code of a line, if it has one. @throws ApiFault */
export function taxCodeOf(company: Company, ref: Ref): TaxCode | undefined {
  return lookUp(company.taxCodes, 'TaxCodes', ref)
}

/** The terms of payment, if they are named. @throws ApiFault */
export function termOf(company: Company, ref: Ref): Term | undefined {
  return lookUp(company.terms, 'Terms', ref)
}

function there<T>(found: T | undefined, list: ReferenceList, ref: { value: string }): T {
  if (found === undefined) throw refuse.unknownReference(list, ref.value)
  return found
}
