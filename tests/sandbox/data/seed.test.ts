import { describe, expect, test } from 'vitest'
import { SandboxData } from '#sandbox/data/sandbox-data.ts'
import { seed } from '#sandbox/data/seed.ts'
import { lineAmount, totalsOf } from '#sandbox/data/totals.ts'
import { createStore } from '#sandbox/foodrazor/store.ts'

const today = '2026-11-23'
const data = seed({ today })
const store = createStore(data, () => new Date(`${today}T09:00:00Z`))
const invoices = [...store.invoices.values()]
const holdsUngrouped = (invoice: (typeof invoices)[number]) =>
  invoice.lines.some(line => store.productOf(line).productGroupId === null)
const count = (outletId: string, cloud: ReturnType<typeof store.cloudOf>) =>
  invoices.filter(invoice => invoice.outletId === outletId && store.cloudOf(invoice) === cloud).length

test('the same seed and day give the same data, another seed other data', () => {
  expect(seed({ today })).toEqual(data)
  expect(seed({ today, seed: 7 }).invoices).not.toEqual(data.invoices)
})

test('the proportions hold for other seeds too', () => {
  for (const other of [1, 2, 3]) {
    const again = createStore(seed({ today, seed: other }), () => new Date())
    const clouds = [...again.invoices.values()].map(again.cloudOf)
    expect(clouds.filter(cloud => cloud === 'MISSING_PRODUCT_GROUP')).toHaveLength(77)
    expect(clouds.filter(cloud => cloud === 'READY')).toHaveLength(288)
  }
})

test('every row is as its schema says, and every id stands for one row', () => {
  expect(SandboxData.parse(data)).toEqual(data)
  for (const rows of [data.outlets, data.suppliers, data.productGroups, data.products, data.invoices]) {
    expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
  }
})

describe('400 orders over 90 days', () => {
  test('end today and begin at most 89 days before', () => {
    expect(invoices).toHaveLength(400)
    const dates = invoices.map(invoice => invoice.date).sort()
    expect(dates.at(-1)).toBe(today)
    expect(dates[0] && dates[0] >= '2026-08-26').toBe(true)
  })

  test('hold 2 to 12 lines and add up to the cent', () => {
    for (const invoice of invoices) {
      expect(invoice.lines.length).toBeGreaterThanOrEqual(2)
      expect(invoice.lines.length).toBeLessThanOrEqual(12)
      for (const line of invoice.lines) expect(lineAmount(line)).toBe(line.amount)
      expect(totalsOf(invoice)).toEqual({
        subtotal: invoice.subtotal,
        taxes: invoice.taxes,
        taxTotal: invoice.taxTotal,
        total: invoice.total,
      })
    }
  })

  test('come from suppliers who number as they please, two of them alike', () => {
    const suppliersOf1001 = invoices.filter(invoice => invoice.invoiceNo === '1001')
    expect(new Set(suppliersOf1001.map(invoice => invoice.supplierId)).size).toBe(2)
    const keys = invoices.map(invoice => `${invoice.supplierId} ${invoice.invoiceNo}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('what stops invoices', () => {
  test('about 18 % of the orders hold a product without a group', () => {
    const share = invoices.filter(holdsUngrouped).length / invoices.length
    expect(share).toBeGreaterThan(0.16)
    expect(share).toBeLessThan(0.2)
  })

  test("seven products explain at least 25 of outlet-1's yellow invoices, and most of them", () => {
    const yellow = invoices.filter(
      invoice => invoice.outletId === 'outlet-1' && store.cloudOf(invoice) === 'MISSING_PRODUCT_GROUP',
    )
    const stoppers = yellow.map(invoice =>
      invoice.lines.map(line => store.productOf(line)).filter(product => product.productGroupId === null),
    )
    const suppliers = ['sup-greenfold', 'sup-tidewater', 'sup-northgate']
    const concentrated = stoppers.filter(
      products => products.length > 0 && products.every(product => suppliers.includes(product.supplierId)),
    )
    expect(new Set(concentrated.flat().map(product => product.id)).size).toBe(7)
    expect(concentrated.length).toBeGreaterThanOrEqual(25)
    expect(concentrated.length / yellow.length).toBeGreaterThan(0.5)
  })

  test('a group without an account stops a few invoices of outlet-1 that miss no group', () => {
    const stopped = invoices.filter(
      invoice => store.cloudOf(invoice) === 'MISSING_PRODUCT_GROUP' && !holdsUngrouped(invoice),
    )
    expect(stopped).toHaveLength(6)
    expect(new Set(stopped.map(invoice => invoice.outletId))).toEqual(new Set(['outlet-1']))
  })
})

test('enough is ready, some is exported, two exports failed, nothing exports by itself', () => {
  expect(count('outlet-1', 'READY')).toBeGreaterThanOrEqual(150)
  expect(count('outlet-2', 'READY')).toBeGreaterThanOrEqual(100)
  expect(count('outlet-1', 'EXPORTED')).toBeGreaterThan(0)
  expect(count('outlet-1', 'FAILED')).toBe(2)
  expect(count('outlet-1', null)).toBeGreaterThan(0)
  expect(data.outlets.map(outlet => outlet.integration.orderExportMode)).toEqual([
    'MANUAL',
    'MANUAL',
    'MANUAL',
  ])
})

test('some names hold what breaks careless software', () => {
  const ordered = new Set(invoices.flatMap(invoice => invoice.lines.map(line => line.productId)))
  const names = data.products.filter(product => ordered.has(product.id)).map(product => product.name)
  for (const pattern of [/</, /&/, /"/, /🐚/, /[\u0600-\u06ff]/, /[\u4e00-\u9fff]/, /^.{500}$/]) {
    expect(
      names.some(name => pattern.test(name)),
      String(pattern),
    ).toBe(true)
  }
  expect(data.suppliers.map(supplier => supplier.name)).toContain('Cask <&> Kettle Beverages')
})
