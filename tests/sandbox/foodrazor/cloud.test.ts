import { describe, expect, test } from 'vitest'
import { type CloudFacts, cloudOf, exportsByItself, modesOf, syncsThrough } from '#sandbox/foodrazor/cloud.ts'

const complete: CloudFacts = {
  connected: true,
  provider: 'xero',
  mode: 'MANUAL',
  orderStatus: 'COMPLETED',
  groupIds: ['vegetables', 'fruit'],
  accounts: { vegetables: '310', fruit: '310' },
  linked: false,
  exportError: null,
}

describe("the look-alike's own clouds", () => {
  test.each<[string, Partial<CloudFacts>, ReturnType<typeof cloudOf>]>([
    ['blue when nothing is missing', {}, 'READY'],
    ['no cloud before the order is completed', { orderStatus: 'RECEIVING' }, null],
    ['no cloud while the order has only been sent', { orderStatus: 'SENT', linked: true }, null],
    ['no cloud without a connection', { connected: false }, null],
    ['yellow when a product has no group', { groupIds: ['vegetables', null] }, 'MISSING_PRODUCT_GROUP'],
    ['yellow when a group has no account', { accounts: { fruit: '310' } }, 'MISSING_PRODUCT_GROUP'],
    [
      'yellow in the recommended mode too',
      { mode: 'PRODUCT_GROUPS_REQUIRED', groupIds: [null] },
      'MISSING_PRODUCT_GROUP',
    ],
    ['blue in Automatic although a product has no group', { mode: 'AUTOMATIC', groupIds: [null] }, 'READY'],
    [
      'yellow in every mode of QuickBooks, which requires mappings',
      { provider: 'quickbooks', mode: 'AUTOMATIC', groupIds: [null] },
      'MISSING_PRODUCT_GROUP',
    ],
    [
      'yellow in QuickBooks when a group has no account',
      { provider: 'quickbooks', accounts: { fruit: '310' } },
      'MISSING_PRODUCT_GROUP',
    ],
    ['blue in QuickBooks when nothing is missing', { provider: 'quickbooks' }, 'READY'],
    ['green once a bill stands', { linked: true }, 'EXPORTED'],
    ['green although a product has since lost its group', { linked: true, groupIds: [null] }, 'EXPORTED'],
    ['red after a refusal', { exportError: 'No such account' }, 'FAILED'],
    [
      'red when changed after the bill was approved',
      { linked: true, exportError: 'Invalid modification' },
      'FAILED',
    ],
  ])('%s', (_, difference, cloud) => {
    expect(cloudOf({ ...complete, ...difference })).toBe(cloud)
  })

  test('exports without a click only what is ready, and never in Manual', () => {
    expect(exportsByItself('MANUAL', 'READY')).toBe(false)
    expect(exportsByItself('AUTOMATIC', 'READY')).toBe(true)
    expect(exportsByItself('PRODUCT_GROUPS_REQUIRED', 'READY')).toBe(true)
    expect(exportsByItself('PRODUCT_GROUPS_REQUIRED', 'MISSING_PRODUCT_GROUP')).toBe(false)
    expect(exportsByItself('AUTOMATIC', 'FAILED')).toBe(false)
    expect(exportsByItself('AUTOMATIC', null)).toBe(false)
  })

  test('offers no Automatic in QuickBooks', () => {
    expect(modesOf.xero).toContain('AUTOMATIC')
    expect(modesOf.quickbooks).toEqual(['MANUAL', 'PRODUCT_GROUPS_REQUIRED'])
  })

  test('lets an edit follow into the bill until that is approved or paid', () => {
    expect(syncsThrough('DRAFT')).toBe(true)
    expect(syncsThrough('SUBMITTED')).toBe(true)
    expect(syncsThrough('OPEN')).toBe(true)
    expect(syncsThrough('PARTLY_PAID')).toBe(false)
    expect(syncsThrough('AUTHORISED')).toBe(false)
    expect(syncsThrough('PAID')).toBe(false)
  })
})
