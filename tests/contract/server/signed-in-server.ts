import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type ExportProgress, ExportsAccepted, ExportsPage } from '#lib/api/exports.ts'
import { SessionGranted } from '#lib/api/session.ts'
import { readConfig } from '#server/config.ts'
import { startServer } from '#server/start-server.ts'
import { answerConsent } from '#tests/sandbox/xero/consent.ts'
import { type RunningSandbox, runSandbox } from '#tests/sandbox/xero/running-sandbox.ts'

const PUBLIC_URL = 'http://localhost:4700'

/** Our server on the sandbox's ledger, and a person who has connected all of its organisations. */
export interface SignedInServer {
  url: string
  sandbox: RunningSandbox
  granted: SessionGranted
  /** The id of the connection to the Harbour Street organisation, and its tenant. */
  connection: string
  tenant: string
  /** @throws with status and body where the answer is a refusal */
  call(method: string, path: string, body?: unknown): Promise<unknown>
  /** Takes exports in; `numbers` name invoices of aBillToPost. */
  send(requests: readonly object[]): Promise<ExportsAccepted>
  /** The progress of these invoices once none is on its way any more. */
  settled(invoiceIds: readonly string[]): Promise<ExportProgress[]>
  /** What stands in the ledger under a number. */
  bills(number: string): Promise<{ id: string; status: string; total: string }[]>
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<void>
  signIn(): Promise<SessionGranted>
  close(): Promise<void>
}

/** The environment of a server that stands on this sandbox. */
export function environmentOn(sandbox: RunningSandbox, dataDir: string): Record<string, string> {
  return {
    PORT: '0',
    DATA_DIR: dataDir,
    PUBLIC_URL,
    XERO_CLIENT_ID: 'sandbox-client',
    XERO_CLIENT_SECRET: 'sandbox-secret',
    XERO_API_URL: sandbox.origin,
    XERO_IDENTITY_URL: sandbox.origin,
    XERO_APP_URL: sandbox.origin,
  }
}

export async function signedInServer(): Promise<SignedInServer> {
  const sandbox = await runSandbox({ clock: () => new Date() })
  const directory = await mkdtemp(join(tmpdir(), 'clearcloud-server-'))
  const start = () => startServer(readConfig(environmentOn(sandbox, directory)), pino({ level: 'silent' }))
  let server = await start()
  const signIn = () => signInAt(server.url, sandbox)
  const granted = await signIn()
  const connected = granted.session.connections.find(({ organisation }) =>
    organisation.name.startsWith('Harbour'),
  )
  if (!connected) throw new Error('The consent did not connect Harbour Street')
  const call = (method: string, path: string, body?: unknown) =>
    callAt(server.url, granted.token, method, path, body)
  const tenant = connected.organisation.id
  return {
    get url() {
      return server.url
    },
    sandbox,
    granted,
    connection: connected.id,
    tenant,
    call,
    send: async exports => ExportsAccepted.parse(await call('POST', '/v1/exports', { exports })),
    settled: ids => settled(call, ids),
    bills: number => billsIn(sandbox, tenant, number),
    restart: async () => {
      await server.close()
      server = await start()
    },
    signIn,
    close: async () => {
      await server.close()
      await sandbox.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Signs in as the extension does, and answers the consent page for every organisation. */
export async function signInAt(url: string, sandbox: RunningSandbox): Promise<SessionGranted> {
  const verifier = 'v'.repeat(64)
  const query = new URLSearchParams({
    challenge: createHash('sha256').update(verifier).digest('base64url'),
    redirect: `https://${'a'.repeat(32)}.chromiumapp.org/signed-in`,
  })
  const begun = await fetch(`${url}/v1/sign-in/xero?${query}`, { redirect: 'manual' })
  const page = await fetch(begun.headers.get('location') ?? '')
  const tenants = sandbox.books.organisations.map(({ tenantId }) => tenantId)
  const consented = await answerConsent(sandbox.origin, page, 'allow', tenants)
  const callback = (consented.headers.get('location') ?? '').replace(PUBLIC_URL, url)
  const back = await fetch(callback, { redirect: 'manual' })
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code')
  return SessionGranted.parse(await callAt(url, null, 'POST', '/v1/sessions', { code, verifier }))
}

export async function callAt(
  url: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
) {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

export async function billsIn(sandbox: RunningSandbox, tenant: string, number: string) {
  const answer = await sandbox.control(
    'GET',
    `/organisations/${tenant}/bills?number=${encodeURIComponent(number)}`,
  )
  return ((await answer.json()) as { bills: { id: string; status: string; total: string }[] }).bills
}

export async function settled(
  call: (method: string, path: string) => Promise<unknown>,
  ids: readonly string[],
): Promise<ExportProgress[]> {
  const seen = new Map<string, ExportProgress>()
  const over = new Set<string | undefined>(['posted', 'refused', 'cancelled', 'waiting'])
  for (let cursor = 0, round = 0; round < 30; round += 1) {
    const page = ExportsPage.parse(await call('GET', `/v1/exports?after=${cursor}&wait=2`))
    cursor = page.cursor
    for (const { invoiceId, progress } of page.items) seen.set(invoiceId, progress)
    if (ids.every(id => over.has(seen.get(id)?.state))) {
      return ids.flatMap(id => seen.get(id) ?? [])
    }
  }
  throw new Error(`Not settled: ${JSON.stringify([...seen])}`)
}
