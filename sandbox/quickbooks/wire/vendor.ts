import Big from 'big.js'
import type { Company } from '../books/company.ts'
import { currencyName } from '../books/currency-name.ts'
import type { Vendor } from '../books/vendor.ts'
import { totalsOf } from '../rules/totals.ts'
import { head, ref, type Wire, withoutEmpty } from './object.ts'

/** A vendor; `Balance` is what is still owed on its bills less its credits. */
export function vendorWire(company: Company, vendor: Vendor): Wire {
  const term = company.terms.find(one => one.id === vendor.termId)
  return withoutEmpty({
    ...head(vendor),
    GivenName: vendor.givenName,
    FamilyName: vendor.familyName,
    CompanyName: vendor.companyName,
    DisplayName: vendor.displayName,
    PrintOnCheckName: vendor.printOnCheckName ?? vendor.companyName ?? vendor.displayName,
    Active: vendor.active,
    PrimaryPhone: vendor.phone === undefined ? undefined : { FreeFormNumber: vendor.phone },
    PrimaryEmailAddr: vendor.email === undefined ? undefined : { Address: vendor.email },
    Notes: vendor.notes,
    BillAddr: vendor.address === undefined ? undefined : withoutEmpty(vendor.address),
    TaxIdentifier: vendor.taxIdentifier,
    TermRef: term ? ref(term.id, term.name) : undefined,
    Balance: balanceOf(company, vendor),
    AcctNum: vendor.acctNum,
    Vendor1099: false,
    CurrencyRef: ref(vendor.currency, currencyName(vendor.currency)),
  })
}

function balanceOf(company: Company, vendor: Vendor): number {
  return company.transactions
    .filter(one => one.vendorId === vendor.id && one.status === 'posted')
    .reduce((sum, one) => {
      const { balance } = totalsOf(one)
      return one.kind === 'Bill' ? sum.plus(balance) : sum.minus(balance)
    }, new Big(0))
    .toNumber()
}
