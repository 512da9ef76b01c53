import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ExportsPage } from '#lib/api/exports.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { type SignedInServer, signedInServer } from './signed-in-server.ts'

const KEY = 'the key that Xero signs with'

let at: SignedInServer
beforeAll(async () => {
  at = await signedInServer({ environment: { XERO_WEBHOOK_KEY: KEY } })
  await at.sandbox.control('PATCH', '/limits', { minute: 10_000 })
}, 60_000)
afterAll(() => at?.close())

function deliver(body: string, signature = signed(body), ledger = 'xero') {
  const headers = { 'content-type': 'application/json', 'x-xero-signature': signature }
  return fetch(`${at.url}/v1/webhooks/${ledger}`, { method: 'POST', headers, body })
}
function signed(body: string, key = KEY): string {
  return createHmac('sha256', key).update(body).digest('base64')
}
function about(bill: string, when: Date): string {
  const event = {
    resourceUrl: `https://api.xero.com/api.xro/2.0/Invoices/${bill}`,
    resourceId: bill,
    eventDateUtc: when.toISOString().replace('Z', ''),
    eventType: 'UPDATE',
    eventCategory: 'INVOICE',
    tenantId: at.tenant,
    tenantType: 'ORGANISATION',
  }
  return JSON.stringify({ events: [event], firstEventSequence: 1, lastEventSequence: 1, entropy: 'x' })
}
const page = async (query: string) => ExportsPage.parse(await at.call('GET', `/v1/exports?${query}`))
async function posted(number: string) {
  await at.send([anExportRequest(at.connection, number)])
  const [progress] = await at.settled([number])
  if (progress?.state !== 'posted') throw new Error(`${number} is ${progress?.state}`)
  return progress.bill
}

it('passes the trial by which Xero finds out whether signatures are looked at', async () => {
  const body = '{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"S0m3r4Nd0mt3xt"}'
  const good = await deliver(body)
  expect([good.status, await good.text(), good.headers.get('set-cookie')]).toEqual([200, '', null])
  for (const bad of ['', 'nonsense', signed(body, 'another key'), signed(`${body} `)]) {
    const answer = await deliver(body, bad)
    expect([answer.status, await answer.text()]).toEqual([401, ''])
  }
})

it('is not there for a ledger that has no key, and takes what it cannot read for no reason to repeat it', async () => {
  expect((await deliver('[]', 'any', 'quickbooks')).status).toBe(404)
  expect((await deliver('not JSON')).status).toBe(200)
})

it('has a bill looked after at once, though the next sweep is far away', async () => {
  const bill = await posted('A-1')
  const { cursor } = await page('after=0')
  await at.sandbox.control('PATCH', `/organisations/${at.tenant}/bills/${bill.id}`, { status: 'AUTHORISED' })
  // Later than our own writing by more than the two may differ.
  const answer = await deliver(about(bill.id, new Date(Date.now() + 3000)))
  expect(answer.status).toBe(200)
  const news = await page(`after=${cursor}&wait=20`)
  expect(news.items).toMatchObject([{ invoiceId: 'A-1', progress: { bill: { state: 'approved' } } }])
})
