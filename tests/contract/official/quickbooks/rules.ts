import { absent, atMost, oneOf, type Rule, some, there } from '../rule.ts'

const transaction: Rule[] = [
  { path: 'VendorRef.value', need: there, why: 'a bill is owed to somebody (2020)' },
  { path: 'TxnDate', need: there, why: 'without one QuickBooks takes the day of its server' },
  { path: 'DocNumber', need: there, why: 'what is made twice is found by its number' },
  { path: 'DocNumber', need: atMost(21), why: 'QuickBooks refuses a longer number (6000)' },
  { path: 'PrivateNote', need: there, why: 'it bears our link, by which a bill is known again' },
  { path: 'PrivateNote', need: atMost(4000), why: 'QuickBooks refuses a longer note (2050)' },
  {
    path: 'APAccountRef.value',
    need: there,
    why: 'with several payable accounts the right one has to be named',
  },
  { path: 'Line', need: some, why: 'a bill without lines is refused (2020)' },
  { path: 'Line[].Amount', need: there, why: 'a line without an amount is refused (2020)' },
  {
    path: 'Line[].DetailType',
    need: oneOf('AccountBasedExpenseLineDetail'),
    why: 'product groups are mapped to accounts, and the plan Essentials has no other lines',
  },
  {
    path: 'Line[].AccountBasedExpenseLineDetail.AccountRef.value',
    need: there,
    why: 'a line has to be booked somewhere (6430)',
  },
  { path: 'Line[].Description', need: atMost(4000), why: 'QuickBooks refuses a longer one (2050)' },
  {
    path: 'GlobalTaxCalculation',
    need: oneOf(undefined, 'TaxExcluded', 'TaxInclusive', 'NotApplicable'),
    why: 'there are no other ways; in the United States there is none',
  },
  { path: 'LinkedTxn', need: absent, why: 'we never make or move payments' },
]

/** Of what our server creates and updates, by entity. */
export const ofRequests: Record<string, Rule[]> = {
  Bill: [
    ...transaction,
    { path: 'DueDate', need: there, why: 'without one the vendor’s terms would decide' },
  ],
  VendorCredit: transaction,
  Vendor: [
    { path: 'DisplayName', need: there, why: 'a vendor is known by it' },
    { path: 'DisplayName', need: atMost(100), why: 'QuickBooks refuses a longer name (2050)' },
  ],
  Attachable: [
    {
      path: 'AttachableRef[].EntityRef.type',
      need: oneOf('Bill', 'VendorCredit'),
      why: 'files go beside bills',
    },
    { path: 'AttachableRef[].EntityRef.value', need: there, why: 'a file belongs to a bill' },
    { path: 'Note', need: atMost(2000), why: 'QuickBooks refuses a longer note (2050)' },
    { path: 'FileName', need: atMost(1000), why: 'QuickBooks refuses a longer name (2050)' },
  ],
}

/** Of what our server updates, beside the rules of its entity. */
export const ofUpdates: Rule[] = [
  { path: 'SyncToken', need: there, why: 'without the latest one an update is refused (5010)' },
  { path: 'sparse', need: oneOf(undefined, false), why: 'only whole updates are sent: read, modify, write' },
]

/** Of the items of a batch. */
export const ofBatches: Rule[] = [
  { path: 'BatchItemRequest', need: some, why: 'a batch asks for something' },
  { path: 'BatchItemRequest[].bId', need: there, why: 'answers come in any order and are told apart by it' },
  { path: 'BatchItemRequest[].bId', need: atMost(10), why: 'QuickBooks takes no longer one' },
  {
    path: 'BatchItemRequest[].operation',
    need: oneOf(undefined, 'create', 'update'),
    why: 'we void and delete nothing',
  },
]

const stored: Rule[] = [
  { path: 'Id', need: there, why: 'everything that is kept has an id' },
  { path: 'SyncToken', need: there, why: 'everything that is kept has a version' },
  { path: 'MetaData.CreateTime', need: there, why: 'everything that is kept tells when it was made' },
  { path: 'MetaData.LastUpdatedTime', need: there, why: 'changes are looked for by it' },
  { path: 'domain', need: oneOf('QBO'), why: 'QuickBooks Online always says so' },
]
const storedTransaction: Rule[] = [
  ...stored,
  { path: 'TxnDate', need: there, why: 'it defaults to the server’s day' },
  { path: 'VendorRef.value', need: there, why: 'it is required on writing' },
  { path: 'VendorRef.name', need: there, why: 'a reference comes with the name that it stands for' },
  { path: 'APAccountRef.value', need: there, why: 'it defaults to the payable account' },
  { path: 'CurrencyRef.value', need: there, why: 'it defaults to the home currency' },
  { path: 'TotalAmt', need: there, why: 'it is worked out' },
  { path: 'Balance', need: there, why: 'it is worked out' },
  { path: 'Line[].Id', need: there, why: 'lines are kept under ids' },
  { path: 'Line[].Amount', need: there, why: 'it is required on writing' },
]

/** Of what the sandbox answers with, by entity; what was deleted and parts of objects are passed over. */
export const ofAnswers: Record<string, Rule[]> = {
  Bill: [...storedTransaction, { path: 'DueDate', need: there, why: 'it defaults to the day of the bill' }],
  VendorCredit: storedTransaction,
  Vendor: [...stored, { path: 'DisplayName', need: there, why: 'a vendor is known by it' }],
  Account: [
    ...stored,
    { path: 'Name', need: there, why: 'an account is known by it' },
    { path: 'AccountType', need: there, why: 'it decides what may be booked' },
    { path: 'Classification', need: there, why: 'it follows from the type' },
  ],
  Attachable: stored,
  TaxCode: stored,
  TaxRate: stored,
  Class: stored,
  Department: stored,
  CompanyInfo: [...stored, { path: 'Country', need: there, why: 'it decides how tax is written' }],
  Preferences: stored,
}

/** Of a refusal in the ledger's own form. */
export const ofFaults: Rule[] = [
  { path: 'type', need: there, why: 'the kind of a fault is always told' },
  { path: 'Error', need: some, why: 'a fault names at least one error' },
  { path: 'Error[].code', need: there, why: 'errors are classified by it' },
  { path: 'Error[].Message', need: there, why: 'errors are classified by it' },
]
