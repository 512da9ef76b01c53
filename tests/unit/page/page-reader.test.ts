import { expect, test } from 'vitest'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import { createPageReader } from '#lib/page/page-reader.ts'
import { Profile } from '#lib/page/profile.ts'
import { anInvoice } from '#tests/builders/invoice.ts'
import { aDetailed, aRow, seen } from './a-page.ts'

const nobody = { outlets: [], invoices: [] }

test('the profile that ships is one', () => {
  expect(Profile.parse(foodrazorProfile)).toEqual(foodrazorProfile)
})

test('learns where the page itself reads an invoice’s detail', () => {
  const learned: string[] = []
  const reader = createPageReader({ onLearned: url => learned.push(url) })
  reader.read(seen([], { '/gateway/v9/bills/inv-1/full?x=1': { invoice: aDetailed() } }), nobody)
  expect(learned).toEqual(['/gateway/v9/bills/{id}/full'])
  expect(reader.detailUrl(anInvoice({ id: 'a b' }))).toBe('/gateway/v9/bills/a%20b/full')
})

test('goes on with what was learned before', () => {
  const reader = createPageReader({ detailUrl: '/learned/{id}' })
  expect(reader.detailUrl(anInvoice())).toBe('/learned/inv-1')
})

test('learns nothing from another origin, nor from an address without the id', () => {
  const learned: string[] = []
  const reader = createPageReader({ onLearned: url => learned.push(url) })
  const answers = [
    { url: 'https://elsewhere.example.com/inv-1', json: { invoice: aDetailed() } },
    { url: 'https://app.example.com/current', json: { invoice: aDetailed() } },
  ]
  reader.read({ ...seen([]), answers }, nobody)
  expect(learned).toEqual([])
})

test('knows no address for an invoice that was made of its row', () => {
  const reader = createPageReader()
  const [made] = reader.read(seen([aRow()]), nobody).invoices
  expect(reader.detailUrl(anInvoice({ id: made?.id }))).toBeNull()
})

test('words the page’s own requests by the profile', () => {
  const reader = createPageReader()
  expect(reader.setProductGroup('p/1' as ProductId, 'g-1' as GroupId)).toEqual({
    method: 'PATCH',
    url: '/api/v1/products/p%2F1',
    body: { productGroupId: 'g-1' },
  })
  expect(reader.setProductGroup('p' as ProductId, null)?.body).toEqual({ productGroupId: null })
  expect(reader.createProductGroup('Herbs')).toEqual({
    method: 'POST',
    url: '/api/v1/product-groups',
    body: { name: 'Herbs' },
  })
})

test('refuses a profile whose requests leave the page’s own origin', () => {
  const { requests } = foodrazorProfile
  const invoiceDetail = { ...requests.invoiceDetail, url: '//elsewhere.example.com/{id}' }
  expect(() =>
    createPageReader({ profile: { ...foodrazorProfile, requests: { ...requests, invoiceDetail } } }),
  ).toThrow(/same origin/)
})
