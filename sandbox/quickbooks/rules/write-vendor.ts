import type { Company } from '../books/company.ts'
import { stamped, touch } from '../books/stamp.ts'
import { nameWhen, type Vendor } from '../books/vendor.ts'
import { atMost } from './lengths.ts'
import { checkSubscription } from './plan-gate.ts'
import { termOf } from './references.ts'
import { refuse } from './refusals.ts'
import type { VendorInput } from './vendor-input.ts'

/**
 * Creates a vendor, or overwrites one that exists: what `input` leaves out is gone afterwards.
 * @throws ApiFault 6240 where a vendor, customer or employee has the name already
 */
export function writeVendor(
  input: VendorInput,
  existing: Vendor | undefined,
  company: Company,
  now: Date,
): Vendor {
  checkSubscription(company)
  checkTexts(input)
  const active = input.Active ?? existing?.active ?? true
  const displayName = nameWhen(active, nameOf(input))
  checkName(company, displayName, existing?.id)
  const content = {
    displayName,
    companyName: input.CompanyName,
    givenName: input.GivenName,
    familyName: input.FamilyName,
    printOnCheckName: input.PrintOnCheckName,
    email: input.PrimaryEmailAddr?.Address,
    phone: input.PrimaryPhone?.FreeFormNumber,
    taxIdentifier: input.TaxIdentifier,
    acctNum: input.AcctNum,
    notes: input.Notes,
    address: input.BillAddr,
    termId: termOf(company, input.TermRef)?.id,
    currency: currencyOf(company, input, existing),
    active,
  }
  if (existing) {
    Object.assign(existing, content)
    touch(existing, now)
    return existing
  }
  const created: Vendor = { ...stamped(now), ...content, id: company.nextId('name') }
  company.vendors.push(created)
  return created
}

function nameOf(input: VendorInput): string {
  const parts = [input.GivenName, input.FamilyName].filter(Boolean).join(' ')
  const name = input.DisplayName || parts || input.CompanyName
  if (!name) throw refuse.missing('DisplayName')
  return name
}

function checkTexts(input: VendorInput): void {
  if (/[:\t\n]/.test(input.DisplayName ?? '')) throw refuse.badCharacters('DisplayName')
  atMost('DisplayName', input.DisplayName, 500)
  atMost('CompanyName', input.CompanyName, 100)
  atMost('GivenName', input.GivenName, 100)
  atMost('FamilyName', input.FamilyName, 100)
  atMost('PrintOnCheckName', input.PrintOnCheckName, 110)
  atMost('Address', input.PrimaryEmailAddr?.Address, 100)
  atMost('FreeFormNumber', input.PrimaryPhone?.FreeFormNumber, 30)
  atMost('TaxIdentifier', input.TaxIdentifier, 20)
  atMost('AcctNum', input.AcctNum, 100)
  atMost('Notes', input.Notes, 4000)
}

/** Vendors, customers and employees share their names, whatever the case. */
function checkName(company: Company, name: string, ownId: string | undefined): void {
  const same = [...company.vendors, ...company.otherNames].find(
    one => one.id !== ownId && one.displayName.toLowerCase() === name.toLowerCase(),
  )
  if (same) throw refuse.duplicateName(same.id)
}

/** A vendor keeps its currency once something was entered for it. */
function currencyOf(company: Company, input: VendorInput, existing: Vendor | undefined): string {
  const asked = input.CurrencyRef?.value ?? existing?.currency ?? company.homeCurrency
  if (asked === existing?.currency) return asked
  if (existing && company.transactions.some(one => one.vendorId === existing.id)) {
    throw refuse.business('The currency of a vendor with transactions cannot be changed.')
  }
  if (asked !== company.homeCurrency && !company.multicurrency) {
    throw refuse.business('Multi currency should be enabled to perform this operation.')
  }
  if (asked !== company.homeCurrency && !company.currencies.some(one => one.active && one.code === asked)) {
    throw refuse.business(`The currency ${asked} is not among the currencies of this company.`)
  }
  return asked
}
