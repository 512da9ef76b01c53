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

async function billsById(): Promise<Map<string, { total: string; status: string }>> {
  const { organisations } = await json('/_control/state')
  const lists = await Promise.all(
    organisations.map(({ tenantId }: { tenantId: string }) =>
      json(`/_control/organisations/${tenantId}/bills`),
    ),
  )
  return new Map(lists.flatMap(({ bills }) => bills).map(bill => [bill.id, bill]))
}

test('serves the look-alike and the ledger on one port', async () => {
  expect(await (await fetch(`${sandbox.origin}/invoices`)).text()).toContain('<title>Invoices</title>')
  expect((await json('/_control/state')).organisations).toHaveLength(3)
  expect((await fetch(`${sandbox.origin}/ledger`)).status).toBe(200)
})

test('names the documents of an added folder that it cannot read', () => {
  expect(sandbox.problems).toEqual([expect.stringContaining('broken.xml')])
})

test('the bills of earlier exports stand in the ledger, with the state that the page shows', async () => {
  const bills = await billsById()
  const links = [...sandbox.store.invoices.values()].flatMap(invoice => invoice.linkedPlatforms)
  expect(links.length).toBeGreaterThan(5)
  for (const link of links) expect(bills.get(link.billId)?.status).toBe(link.state)
})

test('what the look-alike exports itself stands in the ledger to the cent, UBL documents included', async () => {
  const page = await fetch(`${sandbox.origin}/invoices`)
  const cookie = page.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  const headers = { cookie, 'content-type': 'application/json' }
  await json('/api/v1/invoices/export-all', { method: 'POST', headers, body: '{}' })

  const bills = await billsById()
  const exported = [...sandbox.store.invoices.values()].filter(
    ({ linkedPlatforms, exportError }) => linkedPlatforms[0] && !exportError,
  )
  expect(exported.length).toBeGreaterThan(150)
  expect(exported.filter(invoice => invoice.fileName?.endsWith('.xml'))).not.toHaveLength(0)
  const differing = exported.filter(
    ({ linkedPlatforms, total }) => bills.get(linkedPlatforms[0]?.billId ?? '')?.total !== total,
  )
  expect(differing.map(({ invoiceNo, total }) => `${invoiceNo} ${total}`)).toEqual([])
})

test('a taken port is told in words, with the setting that chooses another', async () => {
  const port = Number(new URL(sandbox.origin).port)
  await expect(startSandbox({ port, assets: folder })).rejects.toThrow(
    `Port ${port} is already in use. Stop what uses it, or choose another: SANDBOX_PORT=${port + 1}`,
  )
})
