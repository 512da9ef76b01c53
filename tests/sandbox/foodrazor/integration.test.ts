import { afterEach, expect, test, vi } from 'vitest'
import type { StoredInvoice } from '#sandbox/data/sandbox-data.ts'
import type { BillToPost, PostBill } from '#sandbox/foodrazor/bill.ts'
import { type Running, run } from './running.ts'

let running: Running | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})

/** A look-alike whose ledger notes every bill. */
async function withLedger(answer?: PostBill) {
  const posted: BillToPost[] = []
  const postBill: PostBill = async bill => {
    posted.push(bill)
    if (answer) return answer(bill)
    const billId = bill.billId ?? `bill-${posted.length}`
    return { billId, url: `/ledger/x/bills/${billId}` }
  }
  running = await run({ postBill })
  const app = running
  const find = (wanted: (invoice: StoredInvoice) => boolean) => {
    const found = [...app.store.invoices.values()].find(wanted)
    if (!found) throw new Error('The seed holds no such invoice')
    return found
  }
  const cloud = (id: string) => app.store.cloudOf(find(invoice => invoice.id === id))
  return { app, posted, find, cloud }
}

test('a click on blue makes one draft bill with the totals of the invoice and turns it green', async () => {
  const { app, posted, find, cloud } = await withLedger()
  const ready = find(invoice => app.store.cloudOf(invoice) === 'READY')
  const answers = await Promise.all([
    app.call('POST', `/invoices/${ready.id}/export`),
    app.call('POST', `/invoices/${ready.id}/export`),
  ])
  expect(answers.map(answer => answer.status)).toContain(200)
  expect(posted).toHaveLength(1)
  expect(posted[0]).toMatchObject({
    invoiceNo: ready.invoiceNo,
    total: ready.total,
    state: 'DRAFT',
    billId: null,
  })
  expect(posted[0]?.lines.every(line => line.accountCode !== null)).toBe(true)
  expect(cloud(ready.id)).toBe('EXPORTED')
  const { answer } = await app.call('GET', `/invoices/${ready.id}`)
  expect(answer).toMatchObject({
    invoice: {
      linkedPlatforms: [
        { platform: 'Xero', billId: 'bill-1', url: '/ledger/x/bills/bill-1', state: 'DRAFT' },
      ],
    },
  })
})

test('Export All sends the ready batch of the outlet and nothing else', async () => {
  const { app, posted } = await withLedger()
  expect((await app.call('POST', '/invoices/export-all', { outletId: 'outlet-2' })).answer).toEqual({
    exported: 108,
    failed: 0,
  })
  expect(new Set(posted.map(bill => bill.outletId))).toEqual(new Set(['outlet-2']))
  expect(new Set(posted.map(bill => bill.invoiceId)).size).toBe(108)
})

test('yellow and green cannot be exported', async () => {
  const { app, posted, find } = await withLedger()
  for (const status of ['MISSING_PRODUCT_GROUP', 'EXPORTED'] as const) {
    const { id } = find(invoice => app.store.cloudOf(invoice) === status)
    expect((await app.call('POST', `/invoices/${id}/export`)).status).toBe(409)
  }
  expect(posted).toEqual([])
})

test('a refusal turns red with the words of the ledger, and a retry can succeed', async () => {
  let refuses = true
  const { app, find, cloud } = await withLedger(async bill => {
    if (refuses) throw new Error('Account code 310 is archived')
    return { billId: `for-${bill.invoiceId}`, url: '/ledger' }
  })
  const { id } = find(invoice => app.store.cloudOf(invoice) === 'READY')
  await app.call('POST', `/invoices/${id}/export`)
  expect(cloud(id)).toBe('FAILED')
  expect(find(invoice => invoice.id === id).exportError).toBe('Account code 310 is archived')
  refuses = false
  await app.call('POST', `/invoices/${id}/export`)
  expect(cloud(id)).toBe('EXPORTED')
})

test('an edit follows into a draft bill', async () => {
  const { app, posted, find, cloud } = await withLedger()
  const { id } = find(invoice => app.store.cloudOf(invoice) === 'READY')
  await app.call('POST', `/invoices/${id}/export`)
  await app.call('PATCH', `/invoices/${id}`, { invoiceNo: 'NEW-1' })
  expect(posted.map(bill => [bill.billId, bill.invoiceNo])[1]).toEqual(['bill-1', 'NEW-1'])
  expect(cloud(id)).toBe('EXPORTED')
})

test('an edit made while the export is under way follows as soon as the bill stands', async () => {
  const answered = Promise.withResolvers<void>()
  const { app, posted, find } = await withLedger(async bill => {
    if (bill.billId === null) await answered.promise
    return { billId: 'bill-1', url: '/ledger' }
  })
  const { id } = find(invoice => app.store.cloudOf(invoice) === 'READY')
  const exporting = app.call('POST', `/invoices/${id}/export`)
  await vi.waitFor(() => expect(posted).toHaveLength(1))
  const editing = app.call('PATCH', `/invoices/${id}`, { invoiceNo: 'NEW-1' })
  await vi.waitFor(() => expect(find(invoice => invoice.id === id).invoiceNo).toBe('NEW-1'))
  answered.resolve()
  await Promise.all([exporting, editing])
  expect(posted.map(bill => [bill.billId, bill.invoiceNo])[1]).toEqual(['bill-1', 'NEW-1'])
})

test('an edit after the ledger has approved the bill is an invalid modification', async () => {
  const { app, find, cloud } = await withLedger(async bill => {
    if (bill.billId !== null) throw new Error('Invoice not of valid status for modification')
    return { billId: 'bill-1', url: '/ledger' }
  })
  const { id } = find(invoice => app.store.cloudOf(invoice) === 'READY')
  await app.call('POST', `/invoices/${id}/export`)
  await app.call('PATCH', `/invoices/${id}`, { invoiceNo: 'NEW-1' })
  expect(cloud(id)).toBe('FAILED')
  expect(find(invoice => invoice.id === id).exportError).toMatch(
    /^Invalid modification: .*not of valid status/,
  )
})

test('in Manual a last assignment turns yellow blue and exports nothing', async () => {
  const { app, posted, find, cloud } = await withLedger()
  const { id } = find(
    invoice => invoice.outletId === 'outlet-1' && app.store.cloudOf(invoice) === 'MISSING_PRODUCT_GROUP',
  )
  await app.call('PATCH', '/outlets/outlet-1/integration', {
    accountMapping: [{ productGroupId: 'pg-smallwares', accountCode: '320' }],
  })
  for (const product of app.store.products.values()) {
    if (product.productGroupId !== null) continue
    await app.call('PATCH', `/products/${product.id}`, { productGroupId: 'pg-vegetables' })
  }
  expect(cloud(id)).toBe('READY')
  expect(posted).toEqual([])
})

test('in the recommended mode invoices export by themselves once nothing is missing', async () => {
  const { app, find, cloud } = await withLedger()
  const { id } = find(
    invoice =>
      invoice.outletId === 'outlet-1' &&
      app.store.cloudOf(invoice) === 'MISSING_PRODUCT_GROUP' &&
      invoice.lines.every(line => app.store.productOf(line).productGroupId !== null),
  )
  await app.call('PATCH', '/outlets/outlet-1/integration', { orderExportMode: 'PRODUCT_GROUPS_REQUIRED' })
  expect(cloud(id)).toBe('MISSING_PRODUCT_GROUP')
  await app.call('PATCH', '/outlets/outlet-1/integration', {
    accountMapping: [{ productGroupId: 'pg-smallwares', accountCode: '320' }],
  })
  await vi.waitFor(() => expect(cloud(id)).toBe('EXPORTED'))
})

test('in Automatic what has no group goes out without an account', async () => {
  const { app, posted } = await withLedger()
  await app.call('PATCH', '/outlets/outlet-1/integration', { orderExportMode: 'AUTOMATIC' })
  await vi.waitFor(() => expect(posted).toHaveLength(212))
  expect(posted.some(bill => bill.lines.some(line => line.accountCode === null))).toBe(true)
})

test('Automatic is refused where the books are in QuickBooks, which requires mappings', async () => {
  const { app, posted } = await withLedger()
  const change = { orderExportMode: 'AUTOMATIC' }
  expect(await app.call('PATCH', '/outlets/outlet-2/integration', change)).toMatchObject({
    status: 400,
    answer: { error: { message: 'QuickBooks Online does not offer this export mode' } },
  })
  expect((await app.call('GET', '/outlets/outlet-2/integration')).answer).toMatchObject({
    integration: {
      provider: 'quickbooks',
      orderExportMode: 'MANUAL',
      orderExportModes: ['MANUAL', 'PRODUCT_GROUPS_REQUIRED'],
    },
  })
  expect(posted).toEqual([])
})

test('a bill in QuickBooks is open at once; edits follow into it until it is paid', async () => {
  const { app, posted, find, cloud } = await withLedger(async bill => ({
    billId: bill.billId ?? '145',
    url: '/quickbooks/ledger',
    ...(bill.invoiceNo === 'NEW-1' ? { state: 'PAID' as const } : {}),
  }))
  const { id } = find(invoice => invoice.outletId === 'outlet-2' && app.store.cloudOf(invoice) === 'READY')
  await app.call('POST', `/invoices/${id}/export`)
  const link = () => find(invoice => invoice.id === id).linkedPlatforms[0]
  expect(link()).toMatchObject({ platform: 'QuickBooks Online', state: 'OPEN' })
  await app.call('PATCH', `/invoices/${id}`, { invoiceNo: 'NEW-1' })
  expect(posted.map(bill => [bill.provider, bill.billId])).toEqual([
    ['quickbooks', null],
    ['quickbooks', '145'],
  ])
  expect(link()).toMatchObject({ state: 'PAID' })
  await app.call('PATCH', `/invoices/${id}`, { invoiceNo: 'NEW-2' })
  expect(posted).toHaveLength(2)
  expect(cloud(id)).toBe('FAILED')
  expect(find(invoice => invoice.id === id).exportError).toBe(
    'Invalid modification: the bill is paid in QuickBooks Online and can no longer be changed.',
  )
})

test('bills of earlier exports are put into the ledger once, the approved one as it was before its edit', async () => {
  const { app, posted, find } = await withLedger()
  await app.postEarlierExports()
  expect(posted).toHaveLength(20)
  const approved = posted.filter(bill => bill.state === 'AUTHORISED')
  expect(approved).toHaveLength(1)
  const modified = find(invoice => invoice.id === approved[0]?.invoiceId)
  expect(modified.total).not.toBe(approved[0]?.total)
  expect(modified.linkedPlatforms[0]?.billId).toMatch(/^bill-/)
})
