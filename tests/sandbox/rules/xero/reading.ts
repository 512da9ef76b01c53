import { api, bill, control, get, type XeroRule } from './requests.ts'

const four = [
  {
    ...api('PUT /Invoices', {
      Invoices: [
        bill({ InvoiceNumber: 'A', Date: '2026-01-10' }),
        bill({
          InvoiceNumber: 'B',
          Date: '2026-02-10',
          Status: 'AUTHORISED',
          Contact: { ContactID: '{second}' },
        }),
        bill({ InvoiceNumber: 'C', Date: '2026-03-10' }),
      ],
    }),
    answers: { status: 200 },
    keep: { a: 'Invoices.0.InvoiceID', c: 'Invoices.2.InvoiceID' },
  },
  { minutes: 10 },
  control(
    'POST /organisations/{tenant}/bills',
    { by: 'Somebody', bill: bill({ InvoiceNumber: 'D', Date: '2026-03-11' }) },
    201,
  ),
]
const gives = (query: string, numbers: readonly string[], headers?: Record<string, string>) =>
  get(
    `/Invoices?${query}`,
    { status: 200, body: { Invoices: numbers.map(InvoiceNumber => ({ InvoiceNumber })) } },
    headers,
  )

type Filter = [what: string, query: string, numbers: string[], headers?: Record<string, string>]
const filters: readonly Filter[] = [
  ['IDs', 'IDs={a},{c}', ['A', 'C']],
  ['InvoiceNumbers', 'InvoiceNumbers=B,D', ['B', 'D']],
  ['ContactIDs', 'ContactIDs={second}', ['B']],
  ['Statuses', 'Statuses=AUTHORISED,PAID', ['B']],
  ['createdByMyApp', 'createdByMyApp=true', ['A', 'B', 'C']],
  [
    'several filters at once, all of which must hold',
    'Statuses=DRAFT&createdByMyApp=true&InvoiceNumbers=C,D',
    ['C'],
  ],
  ['If-Modified-Since', '', ['D'], { 'if-modified-since': '2026-03-10T09:05:00' }],
  ['If-Modified-Since after everything', '', [], { 'if-modified-since': '2026-03-10T09:11:00' }],
]

const UNKNOWN = '22222222-2222-4222-8222-222222222222'
const ids = (count: number) => Array(count).fill(UNKNOWN).join(',')

/**
 * Reading back. Not provable here: webhooks, which the sandbox does not send; `webhooks.test.ts` holds what our
 * server makes of them.
 */
export const reading: readonly XeroRule[] = [
  ...filters.map(
    ([what, query, numbers, headers]): XeroRule => ({
      rule: `bills are filtered by ${what}`,
      from: 'Reading back',
      steps: [...four, gives(query, numbers, headers)],
    }),
  ),
  {
    rule: '40 IDs a call, and no more',
    from: 'Reading back',
    steps: [
      ...four,
      gives(`IDs={a},${ids(39)}`, ['A']),
      get(`/Invoices?IDs={a},${ids(40)}`, { status: 400, says: [/40/] }),
    ],
  },
  {
    rule: 'page and pageSize cut the list, which says how long it is',
    from: 'Reading back',
    steps: [
      ...four,
      gives('order=Date DESC&page=2&pageSize=3', ['A']),
      get('/Invoices?page=1&pageSize=3', {
        status: 200,
        body: { pagination: { page: 1, pageSize: 3, pageCount: 2, itemCount: 4 } },
      }),
    ],
  },
  {
    rule: 'lines come with a page, or with one bill by its id',
    from: 'Reading back',
    steps: [
      ...four,
      get('/Invoices?IDs={a}', { status: 200, body: { Invoices: [{ LineItems: [] }] } }),
      get('/Invoices?IDs={a}&page=1', {
        status: 200,
        body: { Invoices: [{ LineItems: [{ LineAmount: 10 }] }] },
      }),
      get('/Invoices/{a}', { status: 200, body: { Invoices: [{ LineItems: [{ LineAmount: 10 }] }] } }),
    ],
  },
  {
    rule: 'summaryOnly leaves the lines and payments out',
    from: 'Reading back',
    steps: [
      ...four,
      get('/Invoices?IDs={a}&summaryOnly=true&page=1', {
        status: 200,
        body: { Invoices: [{ InvoiceNumber: 'A', Total: 10.9, Status: 'DRAFT' }] },
        without: ['Invoices.0.LineItems', 'Invoices.0.Payments'],
      }),
    ],
  },
  {
    rule: 'a number with a comma in it is not found by InvoiceNumbers: the filter takes it for two',
    from: 'Reading back',
    steps: [
      {
        ...api('PUT /Invoices', {
          Invoices: ['7,8', '7', '8'].map(InvoiceNumber => bill({ InvoiceNumber })),
        }),
        answers: { status: 200 },
      },
      gives('InvoiceNumbers=7,8', ['7', '8']),
    ],
  },
]
