import { oneOf, type Rule, some, there } from '../rule.ts'

const document: Rule[] = [
  { path: 'Type', need: there, why: 'it is required on writing' },
  { path: 'Status', need: there, why: 'it defaults to DRAFT' },
  { path: 'Contact.ContactID', need: there, why: 'it is required on writing' },
  { path: 'Contact.Name', need: there, why: 'every contact has one' },
  { path: 'Date', need: there, why: 'it defaults to the day of the server' },
  { path: 'DateString', need: there, why: 'it stands beside the date' },
  { path: 'LineAmountTypes', need: there, why: 'it defaults to Exclusive' },
  { path: 'CurrencyCode', need: there, why: 'it defaults to the organisation’s own' },
  { path: 'SubTotal', need: there, why: 'it is worked out' },
  { path: 'TotalTax', need: there, why: 'it is worked out' },
  { path: 'Total', need: there, why: 'it is worked out' },
  { path: 'UpdatedDateUTC', need: there, why: 'changes are looked for by it' },
]

/** Of what the sandbox answers with, by the list that it stands in; what was refused is passed over. */
export const ofAnswers: Record<string, Rule[]> = {
  Invoices: [
    ...document,
    { path: 'InvoiceID', need: there, why: 'everything that is kept has an id' },
    { path: 'InvoiceNumber', need: there, why: 'it may be empty, and is always there' },
    { path: 'AmountDue', need: there, why: 'it is worked out' },
    { path: 'AmountPaid', need: there, why: 'it is worked out' },
    { path: 'AmountCredited', need: there, why: 'it is worked out' },
  ],
  CreditNotes: [
    ...document,
    { path: 'CreditNoteID', need: there, why: 'everything that is kept has an id' },
    { path: 'RemainingCredit', need: there, why: 'it is worked out' },
  ],
  Contacts: [
    { path: 'ContactID', need: there, why: 'everything that is kept has an id' },
    { path: 'Name', need: there, why: 'every contact has one' },
    { path: 'ContactStatus', need: there, why: 'it tells those that are archived' },
    { path: 'UpdatedDateUTC', need: there, why: 'changes are looked for by it' },
  ],
  Accounts: [
    { path: 'AccountID', need: there, why: 'everything that is kept has an id' },
    { path: 'Name', need: there, why: 'it is required on writing' },
    { path: 'Type', need: there, why: 'it is required on writing' },
    { path: 'Class', need: there, why: 'it follows from the type' },
    { path: 'Status', need: there, why: 'it tells those that are archived' },
    { path: 'TaxType', need: there, why: 'every account has one' },
  ],
  TaxRates: [
    { path: 'TaxType', need: there, why: 'lines name it' },
    { path: 'Name', need: there, why: 'it is required on writing' },
    { path: 'Status', need: there, why: 'it tells those that are archived' },
    { path: 'EffectiveRate', need: there, why: 'it is worked out' },
  ],
  TrackingCategories: [
    { path: 'TrackingCategoryID', need: there, why: 'everything that is kept has an id' },
    { path: 'Name', need: there, why: 'it is required on writing' },
    { path: 'Options[].Name', need: there, why: 'it is required on writing' },
  ],
  Organisations: [
    { path: 'OrganisationID', need: there, why: 'it is the tenant' },
    { path: 'Name', need: there, why: 'every organisation has one' },
    { path: 'BaseCurrency', need: there, why: 'every organisation has one' },
  ],
  Currencies: [{ path: 'Code', need: there, why: 'it is the currency' }],
  Attachments: [
    { path: 'AttachmentID', need: there, why: 'everything that is kept has an id' },
    { path: 'FileName', need: there, why: 'a document has one file of a name' },
    { path: 'ContentLength', need: there, why: 'a file has a length' },
  ],
  HistoryRecords: [
    { path: 'Changes', need: there, why: 'it says what was done' },
    { path: 'DateUTC', need: there, why: 'it says when' },
  ],
}

/** Of each element of a write with `summarizeErrors=false`. */
export const ofOutcomes: Rule[] = [
  { path: 'StatusAttributeString', need: oneOf('OK', 'ERROR'), why: 'each element says what became of it' },
]

/** Of a refusal of the whole request. */
export const ofErrors: Rule[] = [
  { path: 'ErrorNumber', need: there, why: 'the kind of a refusal is always told' },
  { path: 'Type', need: there, why: 'the kind of a refusal is always told' },
  { path: 'Message', need: there, why: 'a refusal says why' },
]

/** Of an element that was refused. */
export const ofRefusals: Rule[] = [
  { path: 'ValidationErrors', need: some, why: 'what was refused says why' },
  { path: 'ValidationErrors[].Message', need: there, why: 'what was refused says why' },
]
