import { api, bill, enter, get, line, put, stands, taken, type XeroRule } from './requests.ts'

const of = (over: Record<string, unknown>) => ({ LineItems: [line(over)] })
const inCanal = { 'xero-tenant-id': '{canal}' }
const foreign = (over: Record<string, unknown>) =>
  bill({
    Contact: { ContactID: '{canalContact}' },
    CurrencyCode: 'NOK',
    ...of({ TaxType: 'TAX001' }),
    ...over,
  })

/** Amounts, tax and currency, in the document's currency. Everything the sheet says of them can be shown. */
export const money: readonly XeroRule[] = [
  ...(
    [
      ['Exclusive', { SubTotal: 10, TotalTax: 0.9, Total: 10.9 }],
      ['Inclusive', { SubTotal: 9.17, TotalTax: 0.83, Total: 10 }],
      ['NoTax', { SubTotal: 10, TotalTax: 0, Total: 10 }],
    ] as const
  ).map(
    ([LineAmountTypes, totals]): XeroRule => ({
      rule: `${LineAmountTypes} amounts come to the totals that the words say`,
      from: 'Bills',
      steps: [
        taken({ LineAmountTypes }, { LineAmountTypes, ...totals }),
        stands({ LineAmountTypes, ...totals }),
      ],
    }),
  ),
  {
    rule: 'without unitdp a price keeps two decimals',
    from: 'Bills',
    steps: [
      taken(of({ Quantity: 100, UnitAmount: 1.2345 }), { SubTotal: 123, TotalTax: 11.07, Total: 134.07 }),
    ],
  },
  {
    rule: 'unitdp=4 keeps four decimals, and shows them to who asks with it',
    from: 'Bills',
    steps: [
      taken(
        of({ Quantity: 100, UnitAmount: 1.2345 }),
        { SubTotal: 123.45, TotalTax: 11.11, Total: 134.56 },
        '?unitdp=4',
      ),
      stands({ LineItems: [{ UnitAmount: 1.23 }] }),
      get('/Invoices/{bill}?unitdp=4', {
        status: 200,
        body: { Invoices: [{ LineItems: [{ UnitAmount: 1.2345 }] }] },
      }),
    ],
  },
  {
    rule: 'quantity, price and a line total a cent off are refused together',
    from: 'Bills',
    steps: [
      put([bill(of({ Quantity: 3, UnitAmount: 3.33, LineAmount: 10 }))], {
        status: 200,
        says: ['The line total 10.00 does not match the expected line total 9.99'],
      }),
    ],
  },
  {
    rule: 'a line total stands where the price is left out',
    from: 'Bills',
    steps: [taken(of({ Quantity: 3, UnitAmount: undefined, LineAmount: 10 }), { SubTotal: 10 })],
  },
  {
    rule: 'a line total stands where the quantity is left out',
    from: 'Bills',
    steps: [
      taken(of({ Quantity: undefined, UnitAmount: 2.5, LineAmount: 10 }), {
        SubTotal: 10,
        LineItems: [{ Quantity: 4 }],
      }),
    ],
  },
  {
    rule: 'the tax of a line can be overridden',
    from: 'Bills',
    steps: [
      taken(of({ TaxAmount: 0.91 }), { TotalTax: 0.91, Total: 10.91, LineItems: [{ TaxAmount: 0.91 }] }),
    ],
  },
  {
    rule: 'totals that are sent are ignored: the answer tells the true ones',
    from: 'Bills',
    steps: [taken({ SubTotal: 1, TotalTax: 1, Total: 2 }, { SubTotal: 10, TotalTax: 0.9, Total: 10.9 })],
  },
  {
    rule: 'tax is rounded line by line, half a cent up',
    from: 'Bills',
    steps: [
      taken(
        { LineItems: [line({ Quantity: 1, UnitAmount: 0.5 }), line({ Quantity: 1, UnitAmount: 0.5 })] },
        { TotalTax: 0.1 },
      ),
    ],
  },
  {
    rule: 'a foreign currency without a rate takes the rate of the day',
    from: 'Bills',
    steps: [
      {
        ...api('PUT /Invoices', { Invoices: [foreign({})] }, inCanal),
        answers: {
          status: 200,
          body: { Invoices: [{ CurrencyCode: 'NOK', CurrencyRate: 11.6, Total: 12.5 }] },
        },
      },
    ],
  },
  {
    rule: 'a rate that is sent is kept',
    from: 'Bills',
    steps: [
      {
        ...api('PUT /Invoices', { Invoices: [foreign({ CurrencyRate: 11.5 })] }, inCanal),
        answers: { status: 200, body: { Invoices: [{ CurrencyCode: 'NOK', CurrencyRate: 11.5 }] } },
      },
    ],
  },
  {
    rule: 'a bill without a currency is in that of the organisation',
    from: 'Bills',
    steps: [enter(), stands({ CurrencyCode: 'SGD', CurrencyRate: 1 })],
  },
]
