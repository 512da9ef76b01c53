import { absent, atMost, type Need, oneOf, type Rule, some, there } from '../rule.ts'

const decimals = (most: number): Need => ({
  words: `has more than ${most} decimals`,
  // Of what kind a value is, the contract says.
  holds: value => typeof value !== 'number' || round(value, most) === value,
})
const round = (value: number, places: number) => Number(value.toFixed(places))
const few = (most: number): Need => ({
  words: `has more than ${most}`,
  holds: value => value === undefined || (Array.isArray(value) && value.length <= most),
})

const document: Rule[] = [
  { path: 'Contact.ContactID', need: there, why: 'a bill is owed to somebody' },
  { path: 'Contact.Name', need: absent, why: 'an id with a name would rename the contact' },
  { path: 'Date', need: there, why: 'without one Xero takes the day of its server' },
  { path: 'CurrencyCode', need: there, why: 'without one it would be the organisation’s own' },
  {
    path: 'LineAmountTypes',
    need: oneOf('Exclusive', 'Inclusive', 'NoTax'),
    why: 'without one Xero takes the amounts to be without tax',
  },
  { path: 'Status', need: oneOf('DRAFT'), why: 'left out, an approved bill would be edited silently' },
  { path: 'Reference', need: absent, why: 'on bills the number is what people see as the reference' },
  { path: 'CurrencyRate', need: absent, why: 'without one the rate of the day is used' },
  { path: 'LineItems', need: some, why: 'a bill without lines is refused' },
  { path: 'LineItems[].Description', need: there, why: 'a line without one is refused' },
  { path: 'LineItems[].Description', need: atMost(4000), why: 'Xero takes no longer one' },
  { path: 'LineItems[].Quantity', need: there, why: 'with the amount it gives the price' },
  { path: 'LineItems[].LineAmount', need: there, why: 'it is what must stand, to the cent' },
  { path: 'LineItems[].LineAmount', need: decimals(2), why: 'an amount is paid in cents' },
  { path: 'LineItems[].TaxAmount', need: decimals(2), why: 'tax is paid in cents' },
  { path: 'LineItems[].UnitAmount', need: decimals(4), why: 'Xero keeps four, and rounds' },
  { path: 'LineItems[].Quantity', need: decimals(4), why: 'Xero keeps four, and rounds' },
  { path: 'LineItems[].Tracking', need: few(2), why: 'an organisation has two categories at most' },
  { path: 'LineItems[].DiscountRate', need: absent, why: 'bills have no discounts' },
  { path: 'LineItems[].DiscountAmount', need: absent, why: 'bills have no discounts' },
]

/** Of what our server creates and updates, by the list that it stands in. */
export const ofRequests: Record<string, Rule[]> = {
  Invoices: [
    ...document,
    { path: 'Type', need: oneOf('ACCPAY'), why: 'only bills are sent, never sales invoices' },
    { path: 'InvoiceNumber', need: there, why: 'what is made twice is found by its number' },
    { path: 'DueDate', need: there, why: 'a bill without one cannot be approved' },
    { path: 'Url', need: there, why: 'it bears our link, by which a bill is known again' },
  ],
  CreditNotes: [
    ...document,
    { path: 'Type', need: oneOf('ACCPAYCREDIT'), why: 'only suppliers’ credits are sent' },
    { path: 'CreditNoteNumber', need: there, why: 'what is made twice is found by its number' },
    { path: 'CreditNoteNumber', need: atMost(255), why: 'the contract has a length of bills’ numbers alone' },
    { path: 'Allocations', need: absent, why: 'we never make or move payments' },
    { path: 'Payments', need: absent, why: 'we never make or move payments' },
  ],
  Contacts: [{ path: 'Name', need: there, why: 'a contact is known by it' }],
  HistoryRecords: [
    { path: 'Details', need: there, why: 'a note says something' },
    { path: 'Details', need: atMost(2500), why: 'Xero takes no longer one' },
    { path: 'Changes', need: absent, why: 'Xero itself calls it a note' },
    { path: 'User', need: absent, why: 'Xero itself says who wrote it' },
  ],
}

/** Of what is sent by PUT, which always makes something new. */
export const ofCreated: Record<string, Rule[]> = {
  Invoices: [{ path: 'InvoiceID', need: absent, why: 'what is made has no id yet' }],
  CreditNotes: [{ path: 'CreditNoteID', need: absent, why: 'what is made has no id yet' }],
  Contacts: [{ path: 'ContactID', need: absent, why: 'what is made has no id yet' }],
}

/** Of what is sent by POST, which makes or changes by the number where no id is given. */
export const ofUpdated: Record<string, Rule[]> = {
  Invoices: [{ path: 'InvoiceID', need: there, why: 'another supplier’s bill may have the same number' }],
  CreditNotes: [
    { path: 'CreditNoteID', need: there, why: 'another supplier’s credit may have the same number' },
  ],
  Contacts: [{ path: 'ContactID', need: there, why: 'a name alone could hit another contact' }],
}
