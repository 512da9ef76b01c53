import { z } from 'zod'
import { Ref } from './transaction-input.ts'

const text = z.string().optional()
const ignored = z.unknown().optional()

const Address = z.object({
  Line1: text,
  Line2: text,
  City: text,
  Country: text,
  CountrySubDivisionCode: text,
  PostalCode: text,
})

/** A vendor as an app sends it; what the ledger computes may come along and is ignored. */
export const VendorInput = z.strictObject({
  Id: text,
  SyncToken: text,
  sparse: z.boolean().optional(),
  DisplayName: text,
  CompanyName: text,
  GivenName: text,
  FamilyName: text,
  PrintOnCheckName: text,
  Active: z.boolean().optional(),
  PrimaryEmailAddr: z.object({ Address: text }).optional(),
  PrimaryPhone: z.object({ FreeFormNumber: text }).optional(),
  BillAddr: Address.optional(),
  TaxIdentifier: text,
  AcctNum: text,
  Notes: text,
  TermRef: Ref.optional(),
  CurrencyRef: Ref.optional(),
  domain: ignored,
  status: ignored,
  MetaData: ignored,
  Balance: ignored,
  Vendor1099: ignored,
  Title: ignored,
  MiddleName: ignored,
  Suffix: ignored,
  AlternatePhone: ignored,
  Mobile: ignored,
  Fax: ignored,
  WebAddr: ignored,
  OtherContactInfo: ignored,
  APAccountRef: ignored,
  BillRate: ignored,
  CostRate: ignored,
})
export type VendorInput = z.infer<typeof VendorInput>
