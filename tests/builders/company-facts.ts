import type { CompanyFacts } from '#server/ledger/quickbooks/company-facts.ts'

/** A small Singapore company: 310 and payables in two currencies; GST at 9 %, and a code of two rates. */
export function someFacts(over: Partial<CompanyFacts> = {}): CompanyFacts {
  const account = (id: string, code: string, type: string, currency = 'SGD') => ({
    id,
    code,
    name: code,
    type,
    active: true,
    currency,
    taxCode: null,
  })
  return {
    name: 'Harbour Street Kitchen',
    homeCurrency: 'SGD' as CompanyFacts['homeCurrency'],
    multicurrency: false,
    unitedStates: false,
    accounts: [
      account('7', '310', 'Cost of Goods Sold'),
      account('30', '801', 'Accounts Payable'),
      account('5', '800', 'Accounts Payable'),
      account('31', '802', 'Accounts Payable', 'USD'),
    ],
    taxCodes: [
      { id: '4', name: 'GST', active: true, percent: '9', rates: [{ id: '41', percent: '9' }] },
      {
        id: '6',
        name: 'GST and levy',
        active: true,
        percent: '9',
        rates: [
          { id: '61', percent: '6' },
          { id: '62', percent: '3' },
        ],
      },
    ],
    classes: [{ id: '1', name: 'Kitchen' }],
    locations: [{ id: '2', name: 'Harbour Street' }],
    currencies: ['SGD'] as CompanyFacts['currencies'],
    rules: {
      plan: 'QuickBooks Online Plus',
      keepsBills: true,
      booksClosedUntil: null,
      refusesUsedNumbers: true,
      taxInAmounts: false,
    },
    ...over,
  }
}
