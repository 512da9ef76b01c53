import { expect, test } from 'vitest'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import { readPage } from '#lib/page/read-page.ts'
import { anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aDetailed, aListed, aRow, seen } from './a-page.ts'

const nobody = { outlets: [], invoices: [] }
const read = (sighting: ReturnType<typeof seen>, known: Parameters<typeof readPage>[1] = nobody) =>
  readPage(sighting, known, foodrazorProfile).facts

test('tells which invoice of the page’s own answer each row is', () => {
  const facts = read(seen([aRow()], { '/api/invoices': { items: [aListed()] } }))
  expect(facts.rows).toEqual([{ key: aRow().key, invoiceId: 'inv-1' }])
  expect(facts.invoices).toHaveLength(1)
})

test('makes an invoice of the row itself where the page’s JSON tells none', () => {
  const facts = read(seen([aRow()], {}, 'Harbour Street Kitchen'))
  expect(facts.invoices).toMatchObject([
    {
      number: 'INV-1001',
      date: '2026-11-02',
      total: '10.90',
      currency: 'SGD',
      cloud: 'ready',
      completed: true,
    },
  ])
  expect(facts.outlets).toMatchObject([{ name: 'Harbour Street Kitchen', currency: null }])
  expect(facts.rows).toEqual([{ key: aRow().key, invoiceId: facts.invoices[0]?.id }])
})

test('gives a row’s own invoice the same id after its total was edited', () => {
  const [before] = read(seen([aRow()])).invoices
  const [after] = read(seen([aRow({ shownTotal: 'SGD 12.00' })])).invoices
  expect(after?.id).toBe(before?.id)
  expect(after?.revision).not.toBe(before?.revision)
})

test('puts a row’s own invoice into the outlet that is known by the name shown', () => {
  const facts = read(seen([aRow()], {}, 'harbour street kitchen'), { outlets: [anOutlet()], invoices: [] })
  expect(facts.invoices[0]?.outletId).toBe('outlet-1')
  expect(facts.outlets).toEqual([])
})

test('puts it into an unknown outlet where the page names none', () => {
  expect(read(seen([aRow()])).outlets).toMatchObject([{ id: 'outlet:unknown', name: 'Unknown outlet' }])
})

test('makes no second invoice of a row that it cannot match once the page names its invoices', () => {
  const facts = read(seen([aRow({ number: 'INV-9' })], { '/api/invoices': { items: [aListed()] } }))
  expect(facts.rows).toEqual([])
  expect(facts.invoices.map(({ id }) => id)).toEqual(['inv-1'])
})

test('takes a cloud from the row when no answer told the invoice this time', () => {
  const known = anInvoice({ cloud: 'ready' })
  const cloud = { status: 'exported', confidence: 0.97, evidence: [] }
  const facts = read(seen([aRow({ cloud })]), { outlets: [], invoices: [known] })
  expect(facts.invoices).toMatchObject([{ id: 'inv-1', cloud: 'exported', revision: known.revision }])
})

test('believes the page’s answer before a row that was drawn earlier', () => {
  const cloud = { status: 'ready', confidence: 0.97, evidence: [] }
  const facts = read(
    seen([aRow({ cloud })], { '/api': { items: [aListed({ exportStatus: 'EXPORTED' })] } }),
    {
      outlets: [],
      invoices: [anInvoice()],
    },
  )
  expect(facts.invoices).toMatchObject([{ cloud: 'exported' }])
})

test('says how many rows show too little to be an invoice', () => {
  const rows = [aRow(), aRow({ number: 'A', shownTotal: 'much' }), aRow({ number: 'B', shownDate: 'soon' })]
  const facts = read(seen(rows))
  expect(facts.rows).toHaveLength(1)
  expect(facts.refusals).toEqual(['2 rows show no readable number, date or total'])
})

test('says that the page is not recognised when no row of it can be read', () => {
  expect(read(seen([aRow({ shownTotal: '?' })])).refusals).toEqual([expect.stringMatching(/not recognised/)])
})

test('takes the latest of several answers about one invoice, and its lines with it', () => {
  const facts = read(
    seen([], {
      '/a': { items: [aListed({ total: '9.00' })] },
      '/b': { invoice: aDetailed({ updatedAt: '2026-11-03T00:00:00.000Z' }) },
    }),
  )
  expect(facts.invoices).toMatchObject([{ total: '10.90', revision: '2026-11-03T00:00:00.000Z' }])
  expect(facts.details).toMatchObject([{ invoiceId: 'inv-1', revision: '2026-11-03T00:00:00.000Z' }])
})

test('keeps a product’s supplier though a line tells the product without it', () => {
  const product = { id: 'p-1', name: 'Romaine', productGroup: null }
  const facts = read(
    seen([], {
      '/p': { items: [{ ...product, supplier: { id: 's', name: 'Greens' } }] },
      '/i': { invoice: aDetailed() },
    }),
  )
  expect(facts.products).toEqual([{ id: 'p-1', name: 'Romaine', supplier: 'Greens', group: null }])
})

test('tells what a row shows otherwise than the page’s own data, whether told just now or known before', () => {
  const row = aRow({ shownTotal: 'SGD 12.00' })
  const told = read(seen([row], { '/api/invoices': { items: [aListed()] } }))
  expect(told.rows).toMatchObject([
    { invoiceId: 'inv-1', otherwise: { date: null, total: { amount: '12.00' } } },
  ])
  const known = anInvoice({ id: 'inv-1', number: 'INV-1001', date: '2026-11-02', total: '10.90' })
  const later = read(seen([row]), { outlets: [], invoices: [known] })
  expect(later.rows).toMatchObject([
    { invoiceId: 'inv-1', otherwise: { date: null, total: { amount: '12.00' } } },
  ])
})
