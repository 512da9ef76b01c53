import { api, bill, control, line, put, refused, UNKNOWN_ID, type XeroRule } from './requests.ts'

type Refusal = [when: string, over: Record<string, unknown>, text: string]

const of = (over: Record<string, unknown>) => ({ LineItems: [line(over)] })

const refusals: readonly Refusal[] = [
  [
    'another contact has the name that is sent next to an id',
    { Contact: { ContactID: '{contact}', Name: 'blue pier fish' } },
    'The contact name blue pier fish is already assigned to another contact',
  ],
  [
    'the contact is archived, named by its id',
    { Contact: { ContactID: '{archived}' } },
    'The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API.',
  ],
  [
    'the contact is archived, named by its name',
    { Contact: { Name: 'Old Quay Provisions (closed)' } },
    'The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API.',
  ],
  [
    'nobody has the contact’s id',
    { Contact: { ContactID: UNKNOWN_ID } },
    'An existing contact could not be found',
  ],
  [
    'the organisation lacks the currency',
    { CurrencyCode: 'USD' },
    'Organisation is not subscribed to currency USD',
  ],
  [
    'there is no such account',
    of({ AccountCode: '999' }),
    "Account code '999' is not a valid code for this document",
  ],
  [
    'the account is Accounts Payable itself',
    of({ AccountCode: '800', TaxType: 'NONE' }),
    "Account code '800' is not a valid code for this document",
  ],
  [
    'the account is a bank account',
    of({ AccountCode: '090', TaxType: 'NONE' }),
    "Account code '090' is not a valid code for this document",
  ],
  ['the account is archived', of({ AccountCode: '319' }), "Account code '319' has been archived, or deleted"],
  [
    'the tax type is not for the account',
    of({ TaxType: 'OUTPUTY24' }),
    "The TaxType code 'OUTPUTY24' cannot be used with account code '310'.",
  ],
  ['nobody knows the tax type', of({ TaxType: 'X' }), 'The TaxType code X does not exist'],
  ['the tax rate is archived', of({ TaxType: 'INPUT' }), 'Tax rate must be Active'],
  [
    'the line total is not quantity times price',
    of({ Quantity: 20, UnitAmount: 5, LineAmount: 1 }),
    'The line total 1.00 does not match the expected line total 100.00',
  ],
  [
    'the tax is more than the line',
    of({ TaxAmount: 10.01 }),
    'The tax amount 10.01 is greater than the line amount 10.00',
  ],
  [
    'there is no such tracking option',
    of({ Tracking: [{ Name: 'Outlet', Option: 'Moon' }] }),
    'Invalid tracking category or option',
  ],
  [
    'the total is negative',
    of({ UnitAmount: -5 }),
    'The Total for this document must be greater than or equal to zero.',
  ],
]

/**
 * Error texts, by their beginnings, all under ErrorNumber 10. Those of statuses, payments and lock dates stand
 * with their rules. Some texts are approximate in the fact sheet, so no row holds them to more than is known.
 */
export const texts: readonly XeroRule[] = [
  ...refusals.map(
    ([when, over, text]): XeroRule => ({
      rule: `“${text}”: ${when}`,
      from: 'Error texts',
      steps: refused(over, text),
    }),
  ),
  {
    rule: 'everything that is wrong with a bill is said at once',
    from: 'Error texts',
    steps: refused(
      { CurrencyCode: 'USD', ...of({ AccountCode: '999' }) },
      "Account code '999' is not a valid code for this document",
      'Organisation is not subscribed to currency USD',
    ),
  },
  {
    rule: 'a contact’s name is taken once: another of the name is refused',
    from: 'Error texts',
    steps: [
      { ...api('PUT /Contacts', { Contacts: [{ Name: 'New Farm' }] }), answers: { status: 200 } },
      {
        ...api('PUT /Contacts', { Contacts: [{ Name: 'New Farm' }] }),
        answers: {
          status: 400,
          body: { ErrorNumber: 10 },
          says: ['The contact name New Farm is already assigned to another contact'],
        },
      },
    ],
  },
  {
    rule: 'a contact archived by hand is refused from then on',
    from: 'Error texts',
    steps: [
      control('PATCH /organisations/{tenant}/contacts/{contact}', { status: 'ARCHIVED' }),
      put([bill()], { status: 200, says: ['The specified contact details matched an archived contact.'] }),
    ],
  },
]
