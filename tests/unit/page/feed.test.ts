import { expect, test } from 'vitest'
import { readAnswer } from '#lib/page/feed.ts'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import { aDetailed, aListed } from './a-page.ts'

const read = (json: unknown) => readAnswer('https://app.example.com/api/x', json, foodrazorProfile)

test('reads a list of invoices, and the outlets that it names', () => {
  const facts = read({
    total: 2,
    page: 1,
    items: [aListed(), aListed({ id: 'inv-2', exportStatus: null, orderStatus: 'RECEIVING' })],
  })
  expect(facts.invoices).toMatchObject([
    { id: 'inv-1', number: 'INV-1001', cloud: 'ready', completed: true, type: 'order', total: '10.90' },
    { id: 'inv-2', cloud: 'none', completed: false },
  ])
  expect(facts.outlets).toEqual([
    { id: 'outlet-1', name: 'Harbour Street Kitchen', currency: null, mode: null },
  ])
  expect(facts.details).toEqual([])
  expect(facts.refusals).toEqual([])
})

test('reads the same from text as from what was parsed', () => {
  expect(read(JSON.stringify({ items: [aListed()] }))).toEqual(read({ items: [aListed()] }))
})

test('reads other spellings of the same names', () => {
  const facts = read([
    {
      _id: 7,
      invoice_number: 'A-7',
      supplier_id: 3,
      supplier_name: 'Greens',
      outlet_id: 'o-1',
      outlet_name: 'Harbour',
      invoice_date: '2026-11-02T09:00:00+08:00',
      total_amount: 10.9,
      currency_code: 'sgd',
      export_status: 'missing_product_group',
    },
  ])
  expect(facts.invoices).toMatchObject([
    {
      id: '7',
      number: 'A-7',
      supplier: { id: '3', name: 'Greens' },
      outletId: 'o-1',
      date: '2026-11-02',
      total: '10.9',
      currency: 'SGD',
      cloud: 'missing-product-group',
      completed: true,
    },
  ])
})

test('reads a supplier’s tax number where one stands with it', () => {
  const of = (over: object) => read([aListed(over as never)]).invoices[0]?.supplier
  const supplier = { id: 's-greens', name: 'Green Valley Produce' }
  expect(of({ supplier: { ...supplier, vat_number: 'NL001234567B01' } })).toEqual({
    ...supplier,
    taxNumber: 'NL001234567B01',
  })
  expect(of({ taxNumber: '201912345K' })).toEqual(supplier)
  expect(of({ supplier: { ...supplier, uen: 'x'.repeat(51) } })).toEqual(supplier)
})

test('calls an export status that it does not know unknown', () => {
  expect(read([aListed({ exportStatus: 'QUARANTINED' })]).invoices[0]?.cloud).toBe('unknown')
})

test('reads lines, charges, taxes and the linked bill of a detail, at the revision of its list entry', () => {
  const facts = read({
    invoice: aDetailed({
      documentType: 'CREDIT_NOTE',
      charges: [
        { kind: 'ALLOWANCE', description: 'Loyal', amount: '-1.00', taxRate: '9.00' },
        { kind: 'ROUNDING', description: '', amount: '0.01', taxRate: '0' },
        { kind: 'EXPRESS', description: 'Fast', amount: '3.00', taxRate: '9' },
      ],
      linkedPlatforms: [{ platform: 'Xero', billId: 'b-1', url: 'https://ledger/b-1' }],
      exportError: 'No.',
    }),
  })
  expect(facts.details).toMatchObject([
    {
      invoiceId: 'inv-1',
      revision: facts.invoices[0]?.revision,
      detail: {
        document: 'credit-note',
        dueDate: '2026-12-02',
        lines: [{ product: { id: 'p-1', name: 'Romaine', group: null }, amount: '10.00', taxRate: '9' }],
        charges: [
          { kind: 'allowance', amount: '-1.00', taxRate: '9' },
          { kind: 'rounding' },
          { kind: 'charge' },
        ],
        taxes: [{ rate: '9', taxable: '10.00', tax: '0.90' }],
        exportError: 'No.',
        linkedBill: { billId: 'b-1', url: 'https://ledger/b-1' },
      },
    },
  ])
  expect(facts.products).toEqual([{ id: 'p-1', name: 'Romaine', supplier: null, group: null }])
})

test.each([
  [
    [{ fileName: 'scan.pdf', url: '/files/7', size: 20480 }],
    { name: 'scan.pdf', url: 'https://app.example.com/files/7', bytes: 20480 },
  ],
  [
    [{ fileName: 'scan.pdf', url: '/files/7', size: 'small' }],
    { name: 'scan.pdf', url: 'https://app.example.com/files/7' },
  ],
  [[{ fileName: 'scan.pdf', url: '/files/7' }], { name: 'scan.pdf', url: 'https://app.example.com/files/7' }],
  [
    { downloadUrl: 'files/scan%201.pdf' },
    { name: 'scan 1.pdf', url: 'https://app.example.com/api/files/scan%201.pdf' },
  ],
  [[{ fileName: 'scan.pdf', url: 'https://elsewhere.example.com/7' }], null],
  [[], null],
])('takes the file that lies on the page’s own origin: %j', (attachments, file) => {
  expect(read({ invoice: aDetailed({ attachments }) }).details).toMatchObject([{ detail: { file } }])
})

test('reads outlets with their mode, products with their group, and product groups', () => {
  const facts = read({
    outlets: [
      {
        id: 'o-1',
        name: 'Harbour',
        currency: 'SGD',
        integration: { provider: 'xero', orderExportMode: 'PRODUCT_GROUPS_REQUIRED' },
      },
    ],
    items: [
      {
        id: 'p-2',
        name: 'Butter',
        supplier: { id: 's', name: 'Dairy' },
        productGroup: { id: 'g-1', name: 'Dairy' },
      },
    ],
    productGroups: [{ id: 'g-2', name: 'Meat', productCount: 4 }],
  })
  expect(facts.outlets).toEqual([
    { id: 'o-1', name: 'Harbour', currency: 'SGD', mode: 'product-groups-required' },
  ])
  expect(facts.products).toEqual([
    { id: 'p-2', name: 'Butter', supplier: 'Dairy', group: { id: 'g-1', name: 'Dairy' } },
  ])
  expect(facts.groups.map(({ id }) => id).sort()).toEqual(['g-1', 'g-2'])
})

test('refuses a malformed invoice in words, counts it, and reads the others', () => {
  const facts = read({
    items: [aListed({ total: 'a lot' }), aListed({ id: 'inv-2' }), aListed({ id: 'inv-3', date: 'soon' })],
  })
  expect(facts.invoices.map(({ id }) => id)).toEqual(['inv-2'])
  expect(facts.refusals).toHaveLength(1)
  expect(facts.refusals[0]).toMatch(/^2 things .*invoice INV-1001: total/)
})

test('refuses a detail whose line has no amount, and with it the whole answer about that invoice', () => {
  const facts = read(aDetailed({ lines: [{ id: 'l', description: 'Romaine', quantity: '1' }] }))
  expect(facts.details).toEqual([])
  expect(facts.refusals[0]).toMatch(/lines/)
})

test.each([
  ['text that is no JSON', '<html>', /no JSON/],
  ['an endless nesting', nested(40), /too large/],
])('says so of %s', (_, json, words) => {
  expect(read(json).refusals[0]).toMatch(words)
})

test.each([null, 7, 'null', [], {}, { items: [null, 1, 'x', []] }, { user: { id: 1, name: 'A' } }])(
  'passes over %j without a word',
  json => {
    const { refusals, invoices } = read(json)
    expect({ refusals, invoices }).toEqual({ refusals: [], invoices: [] })
  },
)

test('keeps hostile names as they are, and refuses ids and numbers beyond their bounds', () => {
  const name = '<b>“x”</b> 🥚 مخازن'
  expect(read([aListed({ supplier: { id: 's', name } })]).invoices[0]?.supplier.name).toBe(name)
  expect(read([aListed({ invoiceNo: 'x'.repeat(256) })]).invoices).toEqual([])
})

function nested(depth: number): unknown {
  return depth === 0 ? {} : { a: nested(depth - 1) }
}
