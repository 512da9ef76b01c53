import { ApiFault } from './api-fault.ts'

/**
 * The ledger's refusals with their codes and words, from Intuit's list of error codes and from answers others
 * have published. README.md says which words are invented.
 */
export const refuse = {
  missing: (parameter: string): ApiFault =>
    one(
      '2020',
      'Required param missing, need to supply the required value for the API',
      `Required parameter ${parameter} is missing in the request`,
      parameter,
    ),
  unsupportedProperty: (property: string): ApiFault =>
    one(
      '2010',
      'Request has invalid or unsupported property',
      `Property Name:${property} specified is unsupported or invalid`,
      property,
    ),
  unreadable: (detail: string, element?: string): ApiFault =>
    one('2010', 'Request has invalid or unsupported property', detail, element),
  tooLong: (element: string, most: number, length: number): ApiFault =>
    one(
      '2050',
      'String length is either shorter or longer than supported by specification',
      `String length specified does not match the supported length. Min:0 Max:${most} supported. Supplied length:${length}`,
      element,
    ),
  badCharacters: (element: string): ApiFault =>
    one(
      '2040',
      'Invalid String. The string contains invalid characters',
      'String contains an unsupported character: colon, tab and new line are not allowed',
      element,
    ),
  unknownReference: (list: ReferenceList, id: string): ApiFault =>
    one('2500', 'Invalid Reference Id', `Invalid Reference Id : ${list} element id ${id} not found`),
  inactive: (): ApiFault =>
    one(
      '610',
      'Object Not Found',
      "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
    ),
  notFound: (): ApiFault =>
    one(
      '610',
      'Object Not Found',
      "Object Not Found : Something you're trying to use has been made inactive or was deleted.",
    ),
  stale: (by: string): ApiFault =>
    one(
      '5010',
      'Stale Object Error',
      `Stale Object Error : You and ${by} were working on this at the same time. ${by} finished before you did, so your work was not saved.`,
    ),
  featureNotSupported: (what: string): ApiFault =>
    one(
      '5030',
      'Feature Not Supported Error',
      `Feature Not Supported Error : The following feature is not supported by this subscription : ${what}`,
    ),
  business: (words: string): ApiFault =>
    one(
      '6000',
      'A business validation error has occurred while processing your request',
      `Business Validation Error: ${words}`,
    ),
  duplicateNumber: (number: string, type: string, id: string): ApiFault =>
    one(
      '6140',
      'Duplicate Document Number Error',
      `Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=${number} is assigned to TxnType=${type} with TxnId=${id}`,
    ),
  subscriptionEnded: (): ApiFault =>
    one(
      '6190',
      'Invalid Company Status',
      'Invalid Company Status : Subscription period has ended or canceled or there was a billing problem',
    ),
  /** What is there already stands in a closed period. */
  closedPeriod: (): ApiFault =>
    one(
      '6200',
      'Account Period Closed',
      'Account Period Closed : The account period has closed and the transaction cannot be changed.',
    ),
  /** What is sent is dated into a closed period. */
  closedPeriodDate: (): ApiFault =>
    one(
      '6210',
      'Account Period Closed, Cannot Update Through Services API',
      'The account period has closed and the account books cannot be updated through the QBO Services API. Please check with your QBO customer if they need to make this update.',
    ),
  duplicateName: (id: string): ApiFault =>
    one(
      '6240',
      'Duplicate Name Exists Error',
      `The name supplied already exists. : Another customer, vendor or employee is already using this name. Please use a different name. Id=${id}`,
    ),
  accountType: (): ApiFault =>
    one('6430', 'Invalid Account Type', 'Invalid account type : Invalid account type used'),
  missingAccount: (): ApiFault =>
    one(
      '6440',
      'Missing Account',
      'Missing Account : A line of the transaction has no account.',
      'AccountRef',
    ),
  taxRate: (words: string): ApiFault => one('6470', 'Invalid Tax Rate', `Invalid Tax Rate : ${words}`),
  query: (words: string): ApiFault => one('4000', 'Error parsing query', `QueryParserError: ${words}`),
  queryProperty: (words: string): ApiFault => one('4001', 'Invalid query', `QueryValidationError: ${words}`),
  unsupported: (words: string): ApiFault => one('500', 'Unsupported Operation', words),
  noAccess: (): ApiFault =>
    new ApiFault(
      [
        {
          code: '120',
          message: 'Authorization Failure',
          detail: 'AuthorizationFailure: User does not have the privilege to access this company',
        },
      ],
      'AuthorizationFault',
      403,
    ),
}

/** The lists by which a 2500 names what it did not find. */
export type ReferenceList = 'Accounts' | 'Names' | 'Klasses' | 'Depts' | 'TaxCodes' | 'Terms' | 'Txns'

function one(code: string, message: string, detail: string, element?: string): ApiFault {
  return new ApiFault([{ code, message, detail, ...(element === undefined ? {} : { element }) }])
}
