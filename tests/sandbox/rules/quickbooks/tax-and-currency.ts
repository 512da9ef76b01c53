import {
  api,
  bill,
  company,
  enter,
  line,
  type QuickbooksRule,
  query,
  refused,
  type Sent,
} from './requests.ts'

const coded = (code: string, Amount: number, inclusive?: number) =>
  line(
    {
      AccountRef: { value: '{food}' },
      TaxCodeRef: { value: code },
      ...(inclusive === undefined ? {} : { TaxInclusiveAmt: inclusive }),
    },
    { Amount },
  )
const thrice = <T>(one: T): T[] => [one, one, one]

/** A bill that the company in the Netherlands takes; `fields` is what it comes back with. */
const dutch = (over: object, fields: object): Sent => ({
  ...api('POST /bill?minorversion=75', bill({ Line: [coded('{canalNine}', 10)], ...over }), 'canal'),
  answers: { status: 200, body: { Bill: fields } },
})
const refusedThere = (over: object, says: string): Sent => ({
  ...dutch(over, {}),
  answers: { status: 400, says: [says] },
})

const SAME_CURRENCY =
  '6000 Business Validation Error: The transaction must use the same currency as the Accounts Payable account.'
const CALCULATIONS = ['TaxExcluded', 'TaxInclusive', 'NotApplicable'] as const

/** Tax and currency. Amounts are the transaction's. Everything the sheet says of them can be shown. */
export const taxAndCurrency: readonly QuickbooksRule[] = [
  ...CALCULATIONS.map(
    (GlobalTaxCalculation): QuickbooksRule => ({
      rule: `GlobalTaxCalculation may be ${GlobalTaxCalculation} outside the US`,
      from: 'Bill',
      steps: [
        enter(
          { GlobalTaxCalculation },
          { GlobalTaxCalculation, TotalAmt: GlobalTaxCalculation === 'NotApplicable' ? 10 : 10.9 },
        ),
      ],
    }),
  ),
  {
    rule: 'GlobalTaxCalculation may be nothing else',
    from: 'Bill',
    steps: refused({ GlobalTaxCalculation: 'Inclusive' }, /^2010 GlobalTaxCalculation/),
  },
  {
    rule: 'TaxExcluded applies a rate once, to the sum of its lines',
    from: 'Bill',
    steps: [
      dutch(
        { GlobalTaxCalculation: 'TaxExcluded', Line: thrice(coded('{canal21}', 0.1)) },
        { TotalAmt: 0.36, TxnTaxDetail: { TotalTax: 0.06 } },
      ),
    ],
  },
  {
    rule: 'TaxInclusive rounds line by line, and so comes to another tax than the sum would',
    from: 'Bill',
    steps: [
      dutch(
        { GlobalTaxCalculation: 'TaxInclusive', Line: thrice(coded('{canalNine}', 0.06, 0.06)) },
        { TotalAmt: 0.18, Line: thrice({ Amount: 0.06 }), TxnTaxDetail: { TotalTax: 0 } },
      ),
    ],
  },
  {
    rule: 'lines outside the US need a tax code',
    from: 'Errors',
    steps: refused({ Line: [line({ TaxCodeRef: undefined })] }, /^6000 .*GST rate/),
  },
  {
    rule: 'a tax code without a rate for purchases is 6470',
    from: 'Errors',
    steps: refused({ Line: [line({ TaxCodeRef: { value: '{salesOnly}' } })] }, '6470 Invalid Tax Rate'),
  },
  {
    rule: 'tax at a rate that no line has is 6470',
    from: 'Errors',
    steps: refused(
      {
        TxnTaxDetail: {
          TaxLine: [
            { Amount: 1, DetailType: 'TaxLineDetail', TaxLineDetail: { TaxRateRef: { value: '99' } } },
          ],
        },
      },
      '6470 Invalid Tax Rate',
    ),
  },
  {
    rule: 'a foreign currency needs multicurrency, which Preferences tell',
    from: 'Bill',
    steps: [
      ...refused(
        { CurrencyRef: { value: 'EUR' } },
        '6000 Business Validation Error: Multi currency should be enabled',
      ),
      {
        ...api('GET /preferences', undefined, 'canal'),
        answers: { status: 200, body: { Preferences: { CurrencyPrefs: { MultiCurrencyEnabled: true } } } },
      },
      {
        ...api('GET /preferences'),
        answers: { status: 200, body: { Preferences: { CurrencyPrefs: { MultiCurrencyEnabled: false } } } },
      },
    ],
  },
  {
    rule: 'with multicurrency a bill names its currency, and takes the rate of the day',
    from: 'Bill',
    steps: [
      dutch(
        { VendorRef: { value: '{norwegian}' }, CurrencyRef: { value: 'NOK' } },
        { CurrencyRef: { value: 'NOK' }, ExchangeRate: 0.0862, TotalAmt: 10.9 },
      ),
      dutch(
        { DocNumber: '2', VendorRef: { value: '{norwegian}' }, ExchangeRate: 0.09 },
        { CurrencyRef: { value: 'NOK' }, ExchangeRate: 0.09, HomeBalance: 0.98 },
      ),
    ],
  },
  {
    rule: 'a bill’s currency is its vendor’s and that of the Accounts Payable account',
    from: 'Bill',
    steps: [
      refusedThere({ CurrencyRef: { value: 'NOK' } }, SAME_CURRENCY),
      refusedThere({ VendorRef: { value: '{norwegian}' }, CurrencyRef: { value: 'EUR' } }, SAME_CURRENCY),
      refusedThere(
        { VendorRef: { value: '{norwegian}' }, APAccountRef: { value: '{canalPayable}' } },
        SAME_CURRENCY,
      ),
    ],
  },
  {
    rule: 'a currency that the company does not have is refused',
    from: 'Errors',
    steps: [
      refusedThere({ CurrencyRef: { value: 'JPY' } }, '6000 Business Validation Error: The currency JPY'),
    ],
  },
  {
    rule: 'without multicurrency the currency of the company is told all the same',
    from: 'Bill',
    steps: [
      company({ multicurrency: false }),
      enter({}, { CurrencyRef: { value: 'SGD' } }),
      query('select count(*) from Bill', { totalCount: 1 }),
    ],
  },
]
