import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { type ExportProgress, ExportsAccepted, ExportsPage } from '#lib/api/exports.ts'
import { SessionGranted } from '#lib/api/session.ts'
import { users } from '#sandbox/xero/oauth/users.ts'
import { readConfig } from '#server/config.ts'
import { startServer } from '#server/start-server.ts'
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
  /** What the server was started with. */
  environment: Record<string, string>
  /** Stops the server alone: its data and the ledger stay. */
  stop(): Promise<void>
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<void>
  signIn(who?: Who): Promise<SessionGranted>
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

/** `environment` adds to the server's own; `log` hears what it says. */
export async function signedInServer(
  options: { environment?: Record<string, string>; log?: Logger; who?: Who } = {},
): Promise<SignedInServer> {
  const sandbox = await runSandbox({ clock: () => new Date() })
  const directory = await mkdtemp(join(tmpdir(), 'clearcloud-server-'))
  const environment = { ...environmentOn(sandbox, directory), ...options.environment }
  const start = () => startServer(readConfig(environment), options.log ?? pino({ level: 'silent' }))
  let server = await start()
  const signIn = (who?: Who) => signInAt(server.url, sandbox, who)
  const granted = await signIn(options.who)
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
    environment,
    stop: () => server.close(),
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

/** Who signs in, and what they consent to; everything by default. */
export interface Who {
  email?: string
  /** Beginnings of organisations' names. */
  organisations?: readonly string[]
}

/** Signs in as the extension does, and answers the consent page. */
export async function signInAt(url: string, sandbox: RunningSandbox, who: Who = {}): Promise<SessionGranted> {
  const verifier = 'v'.repeat(64)
  const code = await codeOf(url, sandbox, verifier, who)
  return SessionGranted.parse(await callAt(url, null, 'POST', '/v1/sessions', { code, verifier }))
}

/** The one-time code that a sign-in ends in. */
export async function codeOf(
  url: string,
  sandbox: RunningSandbox,
  verifier: string,
  who: Who = {},
): Promise<string> {
  const back = await cameBack(url, sandbox, verifier, who)
  return back.get('code') ?? ''
}

/** What the extension's redirect address is opened with at the end of a sign-in. */
export async function cameBack(
  url: string,
  sandbox: RunningSandbox,
  verifier: string,
  who: Who & { answer?: 'allow' | 'cancel' } = {},
): Promise<URLSearchParams> {
  const query = new URLSearchParams({
    challenge: createHash('sha256').update(verifier).digest('base64url'),
    redirect: `https://${'a'.repeat(32)}.chromiumapp.org/signed-in`,
  })
  const begun = await fetch(`${url}/v1/sign-in/xero?${query}`, { redirect: 'manual' })
  const back = await throughConsent(url, sandbox, begun.headers.get('location') ?? '', who)
  return new URL(back).searchParams
}

/** Answers the consent page at this address; gives the address at which the sign-in window ends. */
export async function throughConsent(
  url: string,
  sandbox: RunningSandbox,
  authorize: string,
  who: Parameters<typeof cameBack>[3] = {},
): Promise<string> {
  const page = await fetch(authorize)
  const consented = await consent(sandbox, await page.text(), who)
  const callback = (consented.headers.get('location') ?? '').replace(PUBLIC_URL, url)
  const back = await fetch(callback, { redirect: 'manual' })
  return back.headers.get('location') ?? ''
}

function consent(
  { origin, books }: RunningSandbox,
  page: string,
  {
    email = 'admin@example.com',
    organisations = [''],
    answer = 'allow',
  }: Parameters<typeof cameBack>[3] & {},
): Promise<Response> {
  const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const form = new URLSearchParams({ ticket, answer, user: userOf(email) })
  for (const { name, tenantId } of books.organisations) {
    if (organisations.some(begins => name.startsWith(begins))) form.append('organisation', tenantId)
  }
  return fetch(`${origin}/identity/connect/consent`, { method: 'POST', body: form, redirect: 'manual' })
}

function userOf(email: string): string {
  const user = users.find(one => one.email === email)
  if (!user) throw new Error(`The sandbox knows no ${email}`)
  return user.id
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
