import type { Company } from '../books/company.ts'
import type { Sandbox } from '../sandbox.ts'
import { attachableWire } from './attachable.ts'
import { billPaymentWire } from './bill-payment.ts'
import { companyInfoWire, preferencesWire } from './company-info.ts'
import {
  accountWire,
  classWire,
  currencyWire,
  departmentWire,
  taxCodeWire,
  taxRateWire,
  termWire,
} from './lists.ts'
import type { Wire } from './object.ts'
import { transactionWire } from './transaction.ts'
import { vendorWire } from './vendor.ts'

/** A kind of object that can be listed, read and queried. */
export type Entity = {
  name: string
  list(sandbox: Sandbox, company: Company): Wire[]
  /** The properties that a query may compare and sort by, besides `Id` and the two times. */
  fields: readonly string[]
}

const transactions =
  (kind: 'Bill' | 'VendorCredit'): Entity['list'] =>
  (_, company) =>
    company.transactions
      .filter(one => one.kind === kind && one.status !== 'deleted')
      .map(one => transactionWire(company, one))

const transactionFields = ['DocNumber', 'TxnDate', 'VendorRef', 'APAccountRef', 'TotalAmt', 'Balance']

/** Every kind of object of the ledger, by the names of the query language. */
export const entities: readonly Entity[] = [
  {
    name: 'Account',
    list: (_, { accounts }) => accounts.map(accountWire),
    fields: [
      'Name',
      'FullyQualifiedName',
      'Active',
      'Classification',
      'AccountType',
      'AccountSubType',
      'AcctNum',
      'SubAccount',
      'CurrentBalance',
    ],
  },
  {
    name: 'Vendor',
    list: (_, company) => company.vendors.map(one => vendorWire(company, one)),
    fields: [
      'DisplayName',
      'CompanyName',
      'GivenName',
      'FamilyName',
      'PrintOnCheckName',
      'Active',
      'Balance',
    ],
  },
  {
    name: 'TaxCode',
    list: (_, { taxCodes, taxRates }) => taxCodes.map(one => taxCodeWire(one, taxRates)),
    fields: ['Name', 'Description', 'Active', 'Taxable', 'TaxGroup'],
  },
  {
    name: 'TaxRate',
    list: (_, { taxRates }) => taxRates.map(taxRateWire),
    fields: ['Name', 'Description', 'Active', 'RateValue'],
  },
  {
    name: 'Class',
    list: (_, { classes }) => classes.map(classWire),
    fields: ['Name', 'FullyQualifiedName', 'Active'],
  },
  {
    name: 'Department',
    list: (_, { departments }) => departments.map(departmentWire),
    fields: ['Name', 'FullyQualifiedName', 'Active'],
  },
  { name: 'Bill', list: transactions('Bill'), fields: [...transactionFields, 'DueDate', 'SalesTermRef'] },
  { name: 'VendorCredit', list: transactions('VendorCredit'), fields: transactionFields },
  {
    name: 'BillPayment',
    list: (_, company) =>
      company.transactions.flatMap(bill =>
        bill.payments.map(payment => billPaymentWire(company, bill, payment)),
      ),
    fields: ['TxnDate', 'VendorRef', 'TotalAmt'],
  },
  {
    name: 'CompanyCurrency',
    list: (_, { currencies }) => currencies.map(currencyWire),
    fields: ['Code', 'Name', 'Active'],
  },
  {
    name: 'Attachable',
    list: (sandbox, company) => company.attachables.map(one => attachableWire(sandbox, company, one)),
    fields: [
      'FileName',
      'Note',
      'ContentType',
      'AttachableRef.EntityRef',
      'AttachableRef.EntityRef.type',
      'AttachableRef.EntityRef.Type',
    ],
  },
  {
    name: 'Term',
    list: (_, { terms }) => terms.map(termWire),
    fields: ['Name', 'Active', 'Type', 'DueDays'],
  },
  { name: 'CompanyInfo', list: (_, company) => [companyInfoWire(company)], fields: [] },
  { name: 'Preferences', list: (_, company) => [preferencesWire(company)], fields: [] },
]

/** The kind of object with this name, however it is written. */
export function entityNamed(name: string): Entity | undefined {
  return entities.find(entity => entity.name.toLowerCase() === name.toLowerCase())
}
