import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ExportsAccepted, ExportsPage } from '#lib/api/exports.ts'
import { SessionGranted } from '#lib/api/session.ts'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { readConfig } from '#server/config.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { answerConsent } from '#tests/sandbox/xero/consent.ts'
import { type RunningSandbox, runSandbox } from '#tests/sandbox/xero/running-sandbox.ts'

let sandbox: RunningSandbox
let server: RunningServer
let directory: string
let granted: SessionGranted

const verifier = 'v'.repeat(64)
const redirect = `https://${'a'.repeat(32)}.chromiumapp.org/signed-in`

beforeAll(async () => {
  sandbox = await runSandbox({ clock: () => new Date() })
  directory = await mkdtemp(join(tmpdir(), 'clearcloud-server-'))
  const config = readConfig({
    PORT: '0',
    DATA_DIR: directory,
    PUBLIC_URL: 'http://localhost:4700',
    XERO_CLIENT_ID: 'sandbox-client',
    XERO_CLIENT_SECRET: 'sandbox-secret',
    XERO_API_URL: sandbox.origin,
    XERO_IDENTITY_URL: sandbox.origin,
  })
  server = await startServer(config, pino({ level: 'silent' }))
  granted = await signIn()
}, 60_000)

afterAll(async () => {
  await server?.close()
  await sandbox?.close()
  if (directory) await rm(directory, { recursive: true, force: true })
})

async function signIn(): Promise<SessionGranted> {
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const query = new URLSearchParams({ challenge, redirect })
  const begun = await fetch(`${server.url}/v1/sign-in/xero?${query}`, { redirect: 'manual' })
  const page = await fetch(begun.headers.get('location') ?? '')
  const tenants = sandbox.books.organisations.map(({ tenantId }) => tenantId)
  const consented = await answerConsent(sandbox.origin, page, 'allow', tenants)
  const callback = (consented.headers.get('location') ?? '').replace('http://localhost:4700', server.url)
  const back = await fetch(callback, { redirect: 'manual' })
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code')
  return SessionGranted.parse(await call('POST', '/v1/sessions', { code, verifier }))
}

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(granted && { authorization: `Bearer ${granted.token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

it('lists the organisations of the consent and their charts', async () => {
  expect(granted.session.connections.map(({ organisation }) => organisation.name)).toContain(
    'Harbour Street Kitchen Pte Ltd',
  )
  const [connection] = granted.session.connections
  const lists = LedgerLists.parse(await call('GET', `/v1/connections/${connection?.id}/lists`))
  expect(lists.accounts.find(({ code }) => code === '310')).toMatchObject({ allowed: true, active: true })
  expect(lists.accounts.find(({ code }) => code === '800')).toMatchObject({ allowed: false })
})

const bill = (number: string) => ({
  kind: 'bill',
  number,
  contact: { id: null, name: 'A new supplier' },
  date: '2026-11-20',
  dueDate: '2026-11-20',
  currency: 'SGD',
  amountsIncludeTax: false,
  lines: [
    {
      description: 'Romaine',
      quantity: '2',
      unitAmount: '5.00',
      amount: '10.00',
      account: '310',
      taxCode: 'INPUTY24',
      taxRate: '9',
      tax: '0.90',
      tracking: null,
    },
  ],
  total: '10.90',
  taxTotal: '0.90',
  content: createHash('sha256').update(number).digest('hex'),
})

async function exported(numbers: string[]) {
  const connection = granted.session.connections.find(({ organisation }) =>
    organisation.name.startsWith('Harbour'),
  )
  const exports = numbers.map(number => ({
    key: `outlet-1:${number}:${bill(number).content}:create`,
    connectionId: connection?.id,
    outletId: 'outlet-1',
    invoiceId: number,
    operation: { kind: 'create' },
    bill: bill(number),
  }))
  return ExportsAccepted.parse(await call('POST', '/v1/exports', { exports }))
}

async function settled(ids: string[]) {
  const seen = new Map<string, ExportsPage['items'][number]>()
  let cursor = 0
  for (let round = 0; round < 20; round += 1) {
    const page = ExportsPage.parse(await call('GET', `/v1/exports?after=${cursor}&wait=5`))
    cursor = page.cursor
    for (const item of page.items) seen.set(item.invoiceId, item)
    const done = ids.every(id => ['posted', 'refused'].includes(seen.get(id)?.progress.state ?? ''))
    if (done) return ids.map(id => seen.get(id)?.progress)
  }
  throw new Error(`not settled: ${JSON.stringify([...seen.values()].map(({ progress }) => progress))}`)
}

it('exports a batch as drafts, each once though asked twice', async () => {
  await exported(['S-1', 'S-2'])
  await exported(['S-1', 'S-2'])
  expect(await settled(['S-1', 'S-2'])).toMatchObject([
    { state: 'posted', linked: false, bill: { state: 'draft', total: '10.90' } },
    { state: 'posted', linked: false },
  ])
}, 30_000)

it('exports once although the answer was dropped after the ledger had committed', async () => {
  await fetch(`${sandbox.origin}/_control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      match: { method: 'PUT', path: '/Invoices$' },
      times: 1,
      fault: { kind: 'drop-after-commit' },
    }),
  })
  await exported(['D-1'])
  expect(await settled(['D-1'])).toMatchObject([{ state: 'posted' }])
  const tenant = granted.session.connections.find(({ organisation }) =>
    organisation.name.startsWith('Harbour'),
  )?.organisation.id
  const answer = await fetch(`${sandbox.origin}/_control/organisations/${tenant}/bills?number=D-1`)
  expect(((await answer.json()) as { bills: unknown[] }).bills).toHaveLength(1)
}, 30_000)
