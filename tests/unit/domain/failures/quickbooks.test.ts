import { expect, it } from 'vitest'
import { recogniseFailure } from '#lib/domain/failures/catalogue.ts'

/** QuickBooks's own words behind their codes, as facts/errors.md and facts/qbo.md quote them. */
const texts: [text: string, code: string][] = [
  ['invalid_grant', 'connection-lost'],
  ['3001 message=ThrottleExceeded; errorCode=003001; statusCode=429', 'rate-limit'],
  ['2050 Attachable: File size 104857601 is more than supported', 'attachment-refused'],
  [
    '6140 Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=INV-7 is assigned to TxnType=Bill with TxnId=145',
    'number-used',
  ],
  [
    '6200 Account Period Closed : The account period has closed and the transaction cannot be changed.',
    'books-closed',
  ],
  [
    '6210 The account period has closed and the account books cannot be updated through the QBO Services API.',
    'books-closed',
  ],
  [
    "610 Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
    'reference-inactive',
  ],
  ['610 The vendor Old Mill Dairy is inactive.', 'vendor-inactive'],
  [
    '6240 The name supplied already exists. : Another customer, vendor or employee is already using this name. Id=58',
    'name-taken',
  ],
  [
    '6000 Business Validation Error: The transaction must use the same currency as the Accounts Payable account.',
    'payables-currency',
  ],
  [
    "6000 Business Validation Error: You can't use an Accounts Payable account on the detail portion of a Bill.",
    'payables-on-line',
  ],
  ['5010 Stale Object Error : You and somebody were working on this at the same time.', 'changed-meanwhile'],
  [
    '6190 Invalid Company Status : Subscription period has ended or canceled or there was a billing problem',
    'subscription-ended',
  ],
  ['120 AuthorizationFailure: User does not have the privilege to access this company', 'no-access'],
  ["6000 Business Validation Error: You can't have more than 21 characters in doc_num.", 'number-too-long'],
  [
    '5030 Feature Not Supported Error : The following feature is not supported by this subscription : Bills',
    'plan-lacks-it',
  ],
  ['2500 Invalid Reference Id : Accounts element id 99 not found', 'account-unknown'],
  ['2500 Invalid Reference Id : Names element id 99 not found', 'vendor-unknown'],
  ['2500 Invalid Reference Id : Klasses element id 99 not found', 'class-or-location-unknown'],
  ['6430 Invalid account type : Invalid account type used', 'account-type'],
  [
    '6000 Business Validation Error: Make sure all your transactions have a GST rate before you save.',
    'tax-code-unusable',
  ],
  [
    '6000 Business Validation Error: Multi currency should be enabled to perform this operation.',
    'foreign-currency',
  ],
  ['6000 Business Validation Error: something nobody has seen', 'unknown'],
  ['Invoice not of valid status for modification', 'unknown'],
]

it.each(texts)('knows “%s” of QuickBooks', (text, code) => {
  expect(recogniseFailure('quickbooks', text).code).toBe(code)
})

it('does not take a number within the words for the code before them', () => {
  expect(recogniseFailure('quickbooks', '2010 Property 6140 is unsupported').code).toBe('unknown')
})
