import { describe, expect, it } from 'vitest'
import { webhooks } from '#server/http/webhook-events.ts'

describe('what a webhook says', () => {
  const xero = (over: object = {}) => ({
    resourceUrl: 'https://api.xero.com/api.xro/2.0/Invoices/b-1',
    resourceId: 'b-1',
    eventDateUtc: '2026-11-20T01:15:39.902',
    eventType: 'UPDATE',
    eventCategory: 'INVOICE',
    tenantId: 't-1',
    tenantType: 'ORGANISATION',
    ...over,
  })

  it('is read from Xero, whose times are in UTC though they do not say so', () => {
    const events = [
      xero(),
      xero({ eventCategory: 'CONTACT' }),
      xero({ eventCategory: 'CREDITNOTE', resourceId: 'b-2', eventDateUtc: '2026-11-20T01:15:40Z' }),
    ]
    const body = { events, firstEventSequence: 1, lastEventSequence: 3, entropy: 'abc' }
    expect(webhooks.xero.events.parse(body)).toEqual([
      { organisation: 't-1', bill: 'b-1', at: '2026-11-20T01:15:39.902Z' },
      { organisation: 't-1', bill: 'b-2', at: '2026-11-20T01:15:40.000Z' },
    ])
  })

  it('is read from QuickBooks, for several companies at once, finer than a millisecond', () => {
    const event = (type: string, company: string, id: string) => ({
      specversion: '1.0',
      id: `event-${id}`,
      source: 'intuit.source',
      type,
      time: '2026-11-20T21:31:25.179851517Z',
      intuitentityid: id,
      intuitaccountid: company,
      data: {},
    })
    const body = [
      event('qbo.bill.updated.v1', '310', '1'),
      event('qbo.vendor.updated.v1', '310', '2'),
      event('qbo.vendorcredit.deleted.v1', '311', '3'),
      event('qbo.billpayment.created.v1', '311', '4'),
    ]
    expect(webhooks.quickbooks.events.parse(body)).toEqual([
      { organisation: '310', bill: '1', at: '2026-11-20T21:31:25.179Z' },
      { organisation: '311', bill: '3', at: '2026-11-20T21:31:25.179Z' },
    ])
  })
})
