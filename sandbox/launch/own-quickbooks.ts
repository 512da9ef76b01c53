import { platforms } from '#sandbox/data/sandbox-data.ts'
import type { PostBill } from '#sandbox/foodrazor/bill.ts'
import { syncsThrough } from '#sandbox/foodrazor/cloud.ts'
import type { Books } from '#sandbox/quickbooks/books/books.ts'
import type { Company } from '#sandbox/quickbooks/books/company.ts'
import { writeVendor } from '#sandbox/quickbooks/rules/write-vendor.ts'
import { type CallControl, postTo, readFrom } from './own-integration.ts'
import { changedLines, quickbooksBill } from './own-quickbooks-bill.ts'

/**
 * The look-alike's own integration with QuickBooks: its bills come in through `/_control` and are posted at once.
 * An edit follows into one that is open; one that was paid, wholly or in part, is left alone.
 */
export function ownQuickbooks(books: Books, call: CallControl): PostBill {
  return async bill => {
    const company = books.companies.find(({ name }) => name === bill.organisation)
    if (!company) throw new Error(`The ledger knows no company named ${bill.organisation}.`)
    const bills = `/_control/companies/${company.realmId}/bills`
    if (bill.billId === null) {
      const kind = bill.documentType === 'CREDIT_NOTE' ? 'VendorCredit' : 'Bill'
      const wire = quickbooksBill(bill, vendorOf(company, bill.supplier.name), company)
      return postTo(call, bills, 'POST', { by: 'Foodrazor', kind, bill: wire })
    }
    const address = `${bills}/${bill.billId}`
    const { state } = await readFrom(call, address)
    if (!syncsThrough(state)) {
      const words = state.toLowerCase().replace('_', ' ')
      throw new Error(`The bill is ${words} in ${platforms.quickbooks} and can no longer be changed.`)
    }
    const lines = changedLines(bill)
    return postTo(call, address, 'PATCH', { by: 'Foodrazor', number: bill.invoiceNo, date: bill.date, lines })
  }
}

/** The id of the supplier's vendor, who is entered where nobody of the name is there. @throws ApiFault */
function vendorOf(company: Company, name: string): string {
  const known = company.vendors.find(({ active, displayName }) => active && displayName === name)
  return (known ?? writeVendor({ DisplayName: name }, undefined, company, new Date())).id
}
