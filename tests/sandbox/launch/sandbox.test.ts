import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '#sandbox/launch/sandbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'clearcloud-sandbox-'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Invoices</title>')
writeFileSync(join(folder, 'broken.xml'), '<Invoice><unclosed></Invoice>')

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, assets: folder, ubl: folder })
})
afterAll(() => sandbox.close())

const json = async (path: string, init?: RequestInit) =>
  (await fetch(`${sandbox.origin}${path}`, init)).json()

/** The headers of somebody who has opened the look-alike's page. */
async function asUser(): Promise<Record<string, string>> {
  const page = await fetch(`${sandbox.origin}/invoices`)
  const cookie = page.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  return { cookie, 'content-type': 'application/json' }
}

/** What stands in both ledgers, by the address of each bill's page. */
async function billsByUrl(): Promise<Map<string, { total: string; status: string; createdBy: string }>> {
  const [xero, quickbooks] = await Promise.all([json('/_control/state'), json('/quickbooks/_control/state')])
  const paths: string[] = [
    ...xero.organisations.map(({ tenantId }: { tenantId: string }) => `/_control/organisations/${tenantId}`),
    ...quickbooks.companies.map(
      ({ realmId }: { realmId: string }) => `/quickbooks/_control/companies/${realmId}`,
    ),
  ]
  const lists = await Promise.all(paths.map(path => json(`${path}/bills`)))
  return new Map(lists.flatMap(({ bills }) => bills).map(bill => [bill.url, bill]))
}

const namesOf = (list: { name: string }[]) => list.map(({ name }) => name)

test('serves the look-alike and both ledgers on one port', async () => {
  expect(await (await fetch(`${sandbox.origin}/invoices`)).text()).toContain('<title>Invoices</title>')
  for (const { page } of Object.values(sandbox.ledgers)) expect((await fetch(page)).status).toBe(200)
  expect((await fetch(`${sandbox.origin}/quickbooks/nothing`)).status).toBe(404)
})

test('keeps the books of an outlet in one ledger only', async () => {
  expect(namesOf((await json('/_control/state')).organisations)).toEqual([
    'Harbour Street Kitchen Pte Ltd',
    'Canal House Brasserie B.V.',
  ])
  expect(namesOf((await json('/quickbooks/_control/state')).companies)).toEqual([
    'Orchard Noodle House Pte Ltd',
    'Bayside Diner LLC',
  ])
})

test('names the documents of an added folder that it cannot read', () => {
  expect(sandbox.problems).toEqual([expect.stringContaining('broken.xml')])
})

test('the bills of earlier exports stand in their ledger, with the state that the page shows', async () => {
  const bills = await billsByUrl()
  const links = [...sandbox.store.invoices.values()].flatMap(invoice => invoice.linkedPlatforms)
  expect(links.filter(({ platform }) => platform === 'Xero')).toHaveLength(14)
  expect(links.filter(({ platform }) => platform === 'QuickBooks Online')).toHaveLength(6)
  for (const { url, state } of links) {
    expect(bills.get(url)).toMatchObject({ status: state, createdBy: 'Foodrazor' })
  }
})

test('what the look-alike exports itself stands in the ledgers to the cent, UBL documents included', async () => {
  await json('/api/v1/invoices/export-all', { method: 'POST', headers: await asUser(), body: '{}' })

  const bills = await billsByUrl()
  const exported = [...sandbox.store.invoices.values()].filter(
    ({ linkedPlatforms, exportError }) => linkedPlatforms[0] && !exportError,
  )
  expect(exported.length).toBeGreaterThan(300)
  expect(exported.filter(({ outletId }) => outletId === 'outlet-2')).toHaveLength(108 + 6)
  expect(exported.filter(invoice => invoice.fileName?.endsWith('.xml'))).not.toHaveLength(0)
  const differing = exported.filter(
    ({ linkedPlatforms, total }) => bills.get(linkedPlatforms[0]?.url ?? '')?.total !== total,
  )
  expect(differing.map(({ invoiceNo, total }) => `${invoiceNo} ${total}`)).toEqual([])
})

test('an edit follows into an open bill of QuickBooks to the cent, and not into a paid one', async () => {
  const find = (wanted: (supplierId: string) => boolean) => {
    const found = [...sandbox.store.invoices.values()].find(
      ({ outletId, supplierId, linkedPlatforms }) =>
        outletId === 'outlet-2' && linkedPlatforms.length > 0 && wanted(supplierId),
    )
    if (!found) throw new Error('The seed holds no such invoice')
    return found
  }
  const quantity = async (id: string, value: string) => {
    const line = sandbox.store.invoices.get(id)?.lines[0]
    const body = JSON.stringify({ lines: [{ id: line?.id, quantity: value }] })
    await json(`/api/v1/invoices/${id}`, { method: 'PATCH', headers: await asUser(), body })
    const after = sandbox.store.invoices.get(id)
    const bill = (await billsByUrl()).get(after?.linkedPlatforms[0]?.url ?? '')
    return { after, bill }
  }
  // The one prints prices with the tax in them, the other without.
  for (const invoice of [find(id => id === 'sup-mill'), find(id => id === 'sup-greenfold')]) {
    const { after, bill } = await quantity(invoice.id, '17')
    expect(after?.exportError).toBeNull()
    expect(after?.total).not.toBe(invoice.total)
    expect(bill).toMatchObject({ total: after?.total, status: 'OPEN' })
  }
  const { id, linkedPlatforms } = find(supplierId => supplierId === 'sup-greenfold')
  const address = linkedPlatforms[0]?.url.replace('/ledger/', '/_control/companies/') ?? ''
  await fetch(address, { method: 'PATCH', body: JSON.stringify({ status: 'PAID' }) })
  expect((await quantity(id, '19')).after?.exportError).toMatch(
    /^Invalid modification: The bill is paid in QuickBooks Online/,
  )
})

test('a taken port is told in words, with the setting that chooses another', async () => {
  const port = Number(new URL(sandbox.origin).port)
  await expect(startSandbox({ port, assets: folder })).rejects.toThrow(
    `Port ${port} is already in use. Stop what uses it, or choose another: SANDBOX_PORT=${port + 1}`,
  )
})
