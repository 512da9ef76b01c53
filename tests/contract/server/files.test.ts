import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient, ProblemError } from '#lib/api/client.ts'
import { FILE_BYTES, FileQuery } from '#lib/api/files.ts'
import { InvoiceId, OutletId } from '#lib/domain/ids.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { connected } from '#tests/sandbox/xero/consent.ts'
import { type SignedInServer, signedInServer } from './signed-in-server.ts'

let at: SignedInServer

beforeAll(async () => {
  at = await signedInServer()
  await at.sandbox.control('PATCH', '/limits', { minute: 10_000 })
}, 60_000)
afterAll(() => at?.close())

const pdf = new Blob(['%PDF-1.4 scanned'], { type: 'application/pdf' })
const client = () => createClient({ url: at.url, token: at.granted.token })

async function posted(number: string) {
  const request = anExportRequest(at.connection, number)
  await at.send([request])
  const [progress] = await at.settled([number])
  if (progress?.state !== 'posted') throw new Error(`${number} is ${progress?.state}`)
  const { outletId, invoiceId } = request
  return { bill: progress.bill, of: FileQuery.parse({ outletId, invoiceId, name: 'scan 7.pdf' }) }
}

/** The files on a bill, as the ledger's own API lists them. */
async function filesOf(bill: string) {
  const { access_token } = await connected(at.sandbox)
  const answer = await fetch(`${at.sandbox.origin}/api.xro/2.0/Invoices/${bill}/Attachments`, {
    headers: {
      authorization: `Bearer ${access_token}`,
      'xero-tenant-id': at.tenant,
      accept: 'application/json',
    },
  })
  return ((await answer.json()) as { Attachments: { FileName: string; MimeType: string }[] }).Attachments
}

it('puts the invoice’s file beside its bill, and says so on the export', async () => {
  const { bill, of } = await posted('A-1')
  expect(await client().putFile(of, pdf)).toMatchObject({ file: { state: 'attached', name: 'scan 7.pdf' } })
  expect(await filesOf(bill.id)).toMatchObject([{ FileName: 'scan 7.pdf', MimeType: 'application/pdf' }])
  expect((await at.settled(['A-1']))[0]).toMatchObject({ state: 'posted', file: { state: 'attached' } })
})

it('leaves one file though it is put there twice', async () => {
  const { bill, of } = await posted('B-1')
  await client().putFile(of, pdf)
  await client().putFile(of, pdf)
  expect(await filesOf(bill.id)).toHaveLength(1)
})

it('tells of a file that the ledger refuses, and leaves the bill as it is', async () => {
  const { bill, of } = await posted('C-1')
  for (let file = 1; file <= 10; file += 1) await client().putFile({ ...of, name: `${file}.pdf` }, pdf)
  expect(await client().putFile(of, pdf)).toMatchObject({
    file: {
      state: 'refused',
      failure: { code: 'attachment-refused', raw: expect.stringContaining('maximum of 10') },
    },
  })
  expect((await at.settled(['C-1']))[0]).toMatchObject({
    state: 'posted',
    bill: { id: bill.id },
    file: { state: 'refused' },
  })
})

it('refuses what is larger than a ledger takes, what is empty, and a file without a bill', async () => {
  const { of } = await posted('D-1')
  const code = (put: Promise<unknown>) =>
    put.then(
      () => null,
      error => (error instanceof ProblemError ? error.problem.code : String(error)),
    )
  expect(await code(client().putFile(of, new Blob([new Uint8Array(FILE_BYTES + 1)])))).toBe('too-large')
  expect(await code(client().putFile(of, new Blob([])))).toBe('not-understood')
  const none = { ...of, outletId: OutletId.parse('outlet-9'), invoiceId: InvoiceId.parse('nobody') }
  expect(await code(client().putFile(none, pdf))).toBe('not-found')
})
