import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EXPORTS_PER_REQUEST, ExportsAccepted, ExportsPage } from '#lib/api/exports.ts'
import { contentHash } from '#lib/domain/content-hash.ts'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { freePort } from '#sandbox/launch/listen.ts'
import { startSandbox } from '#sandbox/launch/sandbox.ts'
import { startServer, urlsAt } from '#sandbox/launch/server-process.ts'
import { XeroWitness } from '#sandbox/tour/xero-witness.ts'
import type { Bench } from './measure.ts'
import { signedIn } from './signed-in.ts'

const count = 400
const perCall = 50
/** Calls that do not grow with the invoices: lists, contacts, and looking for bills that stand already. */
const constant = 12

export const ledgerCalls: Bench = {
  name: 'ledger-calls',
  says: `exporting ${count} ready invoices costs one ledger call for ${perCall} of them, and ${constant} at most besides`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'clearcloud-bench-'))
    await writeFile(join(folder, 'index.html'), '')
    const sandbox = await startSandbox({ port: 0, assets: folder })
    const { xero, quickbooks } = sandbox.ledgers
    const server = await startServer({
      port: await freePort(),
      dataDir: join(folder, 'data'),
      ledgers: { xero: urlsAt(xero.base), quickbooks: urlsAt(quickbooks.base) },
    })
    try {
      const ledger = new XeroWitness(xero.base)
      const before = { calls: await ledger.calls(), bills: (await ledger.bills()).length }
      await exportMany(server.url, sandbox.origin)
      const made = (await ledger.bills()).length - before.bills
      return [
        {
          what: 'ledger calls',
          value: (await ledger.calls()) - before.calls,
          limit: count / perCall + constant,
          unit: 'calls',
        },
        { what: 'invoices without a bill', value: count - made, limit: 0, unit: 'invoices' },
        { what: 'bills too many', value: made - count, limit: 0, unit: 'bills' },
      ]
    } finally {
      await server.stop()
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function exportMany(serverUrl: string, ledgerOrigin: string): Promise<void> {
  const { token, session } = await signedIn(serverUrl, ledgerOrigin)
  const connection = session.connections.find(({ organisation }) => organisation.name.startsWith('Harbour'))
  if (!connection) throw new Error('The organisation was not connected')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${serverUrl}${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const lists = LedgerLists.parse(await ask(`/v1/connections/${connection.id}/lists`))
  const wanted = Array.from({ length: count }, (_, index) => request(index, connection.id, lists))
  for (let from = 0; from < count; from += EXPORTS_PER_REQUEST) {
    const body = JSON.stringify({ exports: wanted.slice(from, from + EXPORTS_PER_REQUEST) })
    const { items } = ExportsAccepted.parse(await ask('/v1/exports', { method: 'POST', body }))
    const refused = items.find(item => 'problem' in item)
    if (refused) throw new Error(`An export was not understood: ${JSON.stringify(refused)}`)
  }
  await allPosted(cursor => ask(`/v1/exports?after=${cursor}&wait=5`))
}

async function allPosted(read: (cursor: number) => Promise<unknown>): Promise<void> {
  const posted = new Set<string>()
  let cursor = 0
  const deadline = Date.now() + 240_000
  while (posted.size < count) {
    if (Date.now() > deadline) throw new Error(`Only ${posted.size} of ${count} were posted in four minutes`)
    const page = ExportsPage.parse(await read(cursor))
    cursor = page.cursor
    for (const { invoiceId, progress } of page.items) {
      if (progress.state === 'posted') posted.add(invoiceId)
      if (progress.state === 'refused') throw new Error(`${invoiceId} was refused: ${progress.failure.raw}`)
    }
    if (page.items.length === 0) await sleep(200)
  }
}

function request(index: number, connectionId: string, lists: LedgerLists): unknown {
  const contacts = lists.contacts.filter(({ active }) => active)
  const contact = contacts[index % contacts.length]
  const account = lists.accounts.find(({ code }) => code === '310')
  const rate = lists.taxRates.find(({ active, purchases, rate }) => active && purchases && Number(rate) === 9)
  if (!contact || !account || !rate)
    throw new Error('The organisation lacks contacts, accounts or its tax rate')
  const bill = {
    kind: 'bill',
    number: `BENCH-${index}`,
    contact: { id: contact.id, name: contact.name },
    date: '2026-11-02',
    dueDate: '2026-12-02',
    currency: 'SGD',
    amountsIncludeTax: false,
    lines: [
      {
        description: 'Romaine',
        quantity: '2',
        unitAmount: '50.00',
        amount: '100.00',
        account: account.code,
        taxCode: rate.code,
        taxRate: '9',
        tax: '9.00',
        tracking: null,
      },
    ],
    total: '109.00',
    taxTotal: '9.00',
  }
  const content = contentHash(bill)
  return {
    key: `outlet-1:bench-${index}:${content}:create`,
    connectionId,
    outletId: 'outlet-1',
    invoiceId: `bench-${index}`,
    operation: { kind: 'create' },
    bill: { ...bill, content },
  }
}
