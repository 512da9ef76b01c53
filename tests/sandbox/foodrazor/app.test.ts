import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Running, run } from './running.ts'

let app: Running
beforeAll(async () => {
  app = await run()
})
afterAll(() => app.stop())

const List = z.object({
  total: z.number(),
  items: z.array(z.looseObject({ id: z.string(), date: z.string() })),
})
const list = async (query: string) => List.parse((await app.call('GET', `/invoices?${query}`)).answer)

const Detail = z.object({
  invoice: z.looseObject({
    revision: z.number(),
    updatedAt: z.string(),
    total: z.string(),
    lines: z.array(z.looseObject({ id: z.string(), quantity: z.string(), unitPrice: z.string() })),
  }),
})
const detail = async (id: string) => Detail.parse((await app.call('GET', `/invoices/${id}`)).answer).invoice
const firstReady = async () =>
  (await list('outletId=outlet-1&exportStatus=READY&pageSize=1')).items[0]?.id ?? ''

describe('pages and session', () => {
  test('every address of the app gives its page', async () => {
    for (const path of [
      '/',
      '/invoices',
      '/invoices/x',
      '/catalog/products',
      '/settings/outlets/a/integrations',
    ]) {
      const response = await fetch(app.origin + path)
      expect(await response.text(), path).toContain('<title>App</title>')
    }
  })

  test('the API asks for the cookie that a page sets', async () => {
    const response = await fetch(`${app.origin}/api/v1/session`)
    expect(response.status).toBe(401)
    expect((await app.call('GET', '/session')).answer).toMatchObject({ group: { id: 'group-1' } })
  })

  test('the addresses of the ledger beside it stay free', async () => {
    for (const path of [
      '/ledger',
      '/connections',
      '/_control/state',
      '/identity/connect/authorize',
      '/assets/x.js',
    ]) {
      expect((await fetch(app.origin + path)).status, path).toBe(404)
    }
  })
})

describe('the list', () => {
  test('carries no line items', async () => {
    const { items } = await list('pageSize=1')
    expect(Object.keys(items[0] ?? {}).sort()).toEqual([
      'currency',
      'date',
      'exportStatus',
      'id',
      'invoiceNo',
      'orderStatus',
      'outlet',
      'supplier',
      'total',
      'type',
      'updatedAt',
    ])
  })

  test('filters by outlet, status and words, and pages through what it found', async () => {
    const all = await list('outletId=outlet-1&pageSize=all')
    expect(all.items).toHaveLength(234)
    const pages = [
      await list('outletId=outlet-1&page=1&pageSize=200'),
      await list('outletId=outlet-1&page=2&pageSize=200'),
    ]
    expect(pages.flatMap(page => page.items.map(item => item.id))).toEqual(all.items.map(item => item.id))
    expect((await list('search=%3C%26%3E&pageSize=all')).items.length).toBe(28)
    expect((await list('exportStatus=FAILED')).total).toBe(2)
  })

  test('sorts both ways by any column', async () => {
    const dates = (await list('sort=date&dir=asc&pageSize=all')).items.map(item => item.date)
    expect(dates).toEqual([...dates].sort())
    const totals = (await list('sort=total&dir=desc&pageSize=all')).items.map(item => Number(item.total))
    expect(totals).toEqual([...totals].sort((a, b) => b - a))
  })

  test('refuses a column that does not exist', async () => {
    expect(await app.call('GET', '/invoices?sort=colour')).toMatchObject({
      status: 400,
      answer: { error: { code: 'INVALID' } },
    })
  })
})

describe('one invoice', () => {
  test('is unknown under an id that nobody gave', async () => {
    expect((await app.call('GET', '/invoices/nope')).status).toBe(404)
  })

  test('carries the file that came with it, as a PDF', async () => {
    const attached = [...app.store.invoices.values()].find(({ fileName }) => fileName !== null)
    const { attachments } = await detail(attached?.id ?? '')
    const [file] = z.array(z.object({ url: z.string() })).parse(attachments)
    const response = await fetch(app.origin + file?.url, { headers: { cookie: app.cookie } })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(await response.text()).toMatch(/^%PDF-1\.4[\s\S]*%%EOF\n$/)
    const bare = [...app.store.invoices.values()].find(({ fileName }) => fileName === null)
    expect((await detail(bare?.id ?? '')).attachments).toEqual([])
    expect((await app.call('GET', `/invoices/${bare?.id}/file`)).status).toBe(404)
  })

  test('an edit computes amounts and totals anew and counts the revision', async () => {
    const id = await firstReady()
    const before = await detail(id)
    const line = before.lines[0]
    const edit = { revision: before.revision, lines: [{ id: line?.id, quantity: '2', unitPrice: '10.005' }] }
    expect((await app.call('PATCH', `/invoices/${id}`, edit)).status).toBe(200)
    const after = await detail(id)
    expect(after.lines[0]).toMatchObject({ quantity: '2.000', unitPrice: '10.0050' })
    expect(after.revision).toBe(before.revision + 1)
    expect(after.updatedAt > before.updatedAt).toBe(true)
    expect(after.total).not.toBe(before.total)
  })

  test('a second editor with an old revision is refused', async () => {
    const id = await firstReady()
    const { revision } = await detail(id)
    expect((await app.call('PATCH', `/invoices/${id}`, { revision, invoiceNo: 'A-1' })).status).toBe(200)
    expect(await app.call('PATCH', `/invoices/${id}`, { revision, invoiceNo: 'A-2' })).toMatchObject({
      status: 409,
      answer: { error: { code: 'CHANGED_MEANWHILE' } },
    })
  })

  test.each([
    ['a line it does not have', { lines: [{ id: 'nope', quantity: '1' }] }],
    ['a quantity that is no number', { lines: [{ id: 'x', quantity: 'a few' }] }],
    ['a date that no calendar has', { date: '2026-02-30' }],
    ['a field that cannot be edited', { total: '1.00' }],
  ])('refuses an edit of %s', async (_, edit) => {
    expect((await app.call('PATCH', `/invoices/${await firstReady()}`, edit)).status).toBe(400)
  })
})

describe('catalogue and settings', () => {
  test('a new group can be made once', async () => {
    expect((await app.call('POST', '/product-groups', { name: 'Tableware' })).status).toBe(201)
    expect((await app.call('POST', '/product-groups', { name: ' tableware ' })).status).toBe(409)
  })

  test('lists the products without a group', async () => {
    const { answer } = await app.call('GET', '/products?productGroupId=none&pageSize=all')
    expect(answer).toMatchObject({ total: 27 })
  })

  test('an account must stand in the chart', async () => {
    const accountMapping = [{ productGroupId: 'pg-smallwares', accountCode: '999' }]
    expect((await app.call('PATCH', '/outlets/outlet-1/integration', { accountMapping })).status).toBe(400)
  })

  test('an integration tells its mode, its organisation and what is not mapped', async () => {
    const { answer } = await app.call('GET', '/outlets/outlet-1/integration')
    const { integration } = z
      .object({
        integration: z.looseObject({
          orderExportMode: z.string(),
          accountMapping: z.array(
            z.object({ productGroup: z.object({ name: z.string() }), account: z.unknown() }),
          ),
        }),
      })
      .parse(answer)
    expect(integration.orderExportMode).toBe('MANUAL')
    const unmapped = integration.accountMapping
      .filter(row => row.account === null)
      .map(row => row.productGroup.name)
    expect(unmapped).toContain('Smallwares')
  })
})
