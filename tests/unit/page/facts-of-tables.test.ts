import { describe, expect, test } from 'vitest'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { factsOfTables, type KnownToTables } from '#lib/page/tables/facts-of-tables.ts'
import { PageTables } from '#lib/page/tables/page-tables.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const detail = aDetail({ lines: [aLine('Romaine'), aLine('Kale', { unitPrice: '3.00' })] })
const invoice = anInvoice({ number: 'INV-7', detail })
const known: KnownToTables = {
  outlets: [anOutlet({ name: 'Harbour Street Kitchen' })],
  products: [
    { id: 'p-1' as ProductId, name: 'Romaine', supplier: 'Greens' },
    { id: 'p-2' as ProductId, name: 'Butter', supplier: 'Dairy One' },
    { id: 'p-3' as ProductId, name: 'Butter', supplier: 'Dairy Two' },
  ],
  groups: [{ id: 'g-veg' as GroupId, name: 'Vegetables' }],
  invoices: [invoice],
}
const facts = (page: Partial<PageTables>, with_: Partial<KnownToTables> = {}) =>
  factsOfTables(
    PageTables.parse({ headings: [], tables: [], exportMode: null, bills: [], ...page }),
    { ...known, ...with_ },
    foodrazorPage.tables,
  )
const products = (rows: PageTables['tables'][number]['rows']) =>
  facts({ tables: [{ kind: 'products', rows }] }).products

describe('the products of the catalogue', () => {
  test('have the groups that are shown', () => {
    expect(products([{ product: 'romaine', group: 'Vegetables' }])).toEqual([
      { id: 'p-1', name: 'Romaine', supplier: 'Greens', group: { id: 'g-veg', name: 'Vegetables' } },
    ])
    expect(products([{ product: 'Romaine', group: '–' }])[0]?.group).toBeNull()
    expect(products([{ product: 'Romaine', group: '' }])[0]?.group).toBeNull()
  })

  test('are told apart by their supplier, and tell nothing where they are not', () => {
    expect(products([{ product: 'Butter', group: 'Vegetables', supplier: 'Dairy Two' }])[0]?.id).toBe('p-3')
    expect(products([{ product: 'Butter', group: 'Vegetables' }])).toEqual([])
  })

  test('that are not known, or whose group is not, tell nothing', () => {
    expect(products([{ product: 'Leek', group: 'Vegetables' }])).toEqual([])
    expect(products([{ product: 'Romaine', group: 'Fruit' }])).toEqual([])
    expect(products([{ product: 'Romaine' }])).toEqual([])
  })
})

describe('an outlet’s integration', () => {
  const integration = (rows: PageTables['tables'][number]['rows'], headings = ['Harbour Street Kitchen']) =>
    facts({ headings, tables: [{ kind: 'accounts', rows }] }).accounts

  test('maps groups to accounts by their codes', () => {
    expect(integration([{ group: 'Vegetables', account: '310 Food purchases' }])).toEqual([
      { outletId: 'outlet-1', groupId: 'g-veg', account: '310' },
    ])
    expect(integration([{ group: 'Vegetables', account: '' }])[0]?.account).toBeNull()
    expect(integration([{ group: 'Vegetables', account: 'Food purchases' }])).toEqual([])
  })

  test('of an outlet that the page does not name tells nothing', () => {
    expect(integration([{ group: 'Vegetables', account: '310' }], ['Somewhere'])).toEqual([])
  })

  test('tells the export mode by its name', () => {
    const mode = (exportMode: string) => facts({ headings: ['harbour street kitchen'], exportMode }).outlets
    expect(mode('Product Groups Settings Required (recommended)')).toMatchObject([
      { id: 'outlet-1', mode: 'product-groups-required' },
    ])
    expect(mode('自动')).toMatchObject([{ mode: 'automatic' }])
    expect(mode('Something else')).toEqual([])
  })
})

describe('an invoice’s page', () => {
  const lines = (...amounts: string[]) =>
    facts({
      headings: ['INV-7'],
      tables: [{ kind: 'lines', rows: amounts.map(amount => ({ product: 'x', amount })) }],
    }).invoices

  test('with the lines that were read tells nothing new', () => {
    expect(lines('10.00', '6.00')).toEqual([])
    expect(lines('6.00', '10.00')).toEqual([])
  })

  test('with others has them read anew, and twice the same way', () => {
    const [first] = lines('10.00', '7.50')
    expect(first).toMatchObject({ id: invoice.id, revision: expect.stringMatching(/^shown:/) })
    expect(lines('10.00', '7.50')[0]?.revision).toBe(first?.revision)
  })

  test('whose amounts cannot be read tells nothing', () => {
    expect(lines('10.00', 'soon')).toEqual([])
  })

  test('tells the bill that it was made into, by the id in its link', () => {
    const url = 'https://go.xero.com/app/bills/edit/0f2c1f5e-6f4d-4a29-9d43-6cf0d4f5f3aa'
    expect(facts({ headings: ['INV-7'], bills: ['https://help.example/x', url] }).details).toMatchObject([
      {
        invoiceId: invoice.id,
        detail: { linkedBill: { billId: '0f2c1f5e-6f4d-4a29-9d43-6cf0d4f5f3aa', url } },
      },
    ])
    expect(
      facts({ headings: ['INV-7'], bills: ['https://qbo.intuit.com/app/bill?txnId=145'] }).details,
    ).toMatchObject([{ detail: { linkedBill: { billId: '145' } } }])
    expect(facts({ headings: ['INV-8'], bills: [url] }).details).toEqual([])
  })
})
