import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SessionGranted } from '#lib/api/session.ts'
import { createLog } from '#server/log.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import {
  callAt,
  cameBack,
  codeOf,
  type SignedInServer,
  signedInServer,
  signInAt,
} from './signed-in-server.ts'

const verifier = 'w'.repeat(64)
const bookkeeper = 'bookkeeper@example.com'

describe('a workspace of its own', () => {
  let at: SignedInServer
  let lines: string
  beforeAll(async () => {
    lines = ''
    const memory = new Writable({
      write: (chunk, _, done) => {
        lines += chunk
        done()
      },
    })
    at = await signedInServer({ log: createLog('trace', memory), who: { organisations: ['Harbour'] } })
  }, 60_000)
  afterAll(() => at?.close())
  beforeEach(() => at.sandbox.control('DELETE', '/faults'))

  it('connects what was consented to, and nothing else', () => {
    expect(at.granted.session.connections).toMatchObject([
      { ledger: 'xero', state: 'connected', organisation: { name: expect.stringContaining('Harbour') } },
    ])
  })

  it('keeps a stranger’s workspace apart', async () => {
    const { token, session } = await at.signIn({ email: bookkeeper, organisations: ['Orchard'] })
    expect(session.workspace.id).not.toBe(at.granted.session.workspace.id)
    await at.send([anExportRequest(at.connection, 'A-1')])
    await at.settled(['A-1'])
    const theirs = (method: string, path: string, body?: unknown) => callAt(at.url, token, method, path, body)
    expect(await theirs('GET', '/v1/exports?after=0')).toEqual({ items: [], cursor: 0 })
    expect(await theirs('GET', '/v1/changes?after=0')).toMatchObject({ items: [] })
    const outlet = { outletId: 'outlet-1', invoiceId: 'A-1' }
    await expect(
      theirs('POST', '/v1/exports/accept', { ...outlet, content: 'a'.repeat(64) }),
    ).rejects.toThrow(/404 .*not-found/)
    await theirs('POST', '/v1/exports/unlink', outlet)
    const { key } = anExportRequest(at.connection, 'A-1')
    expect(await theirs('POST', '/v1/exports/cancel', { keys: [key] })).toEqual({ cancelled: [] })
    expect(await at.settled(['A-1'])).toMatchObject([{ state: 'posted' }])
    for (const [method, path, body] of [
      ['GET', `/v1/connections/${at.connection}/lists`],
      ['DELETE', `/v1/connections/${at.connection}`],
      ['POST', '/v1/bills/whole', { connectionId: at.connection, bills: [{ id: 'x', kind: 'bill' }] }],
    ] as const) {
      await expect(theirs(method, path, body)).rejects.toThrow(/404 .*not-found/)
    }
    const { items } = (await theirs('POST', '/v1/exports', {
      exports: [anExportRequest(at.connection, 'A-2')],
    })) as { items: unknown[] }
    expect(items).toMatchObject([{ problem: { code: 'not-found' } }])
  })

  it('answers no stranger, and says so', async () => {
    await expect(callAt(at.url, null, 'GET', '/v1/exports')).rejects.toThrow(/401 .*not-signed-in/)
    await expect(callAt(at.url, 'made-up', 'GET', '/v1/session')).rejects.toThrow(/401/)
  })

  it('ends a sign-in in an extension only', async () => {
    for (const redirect of ['https://example.com/steal', 'https://aaaa.chromiumapp.org.example.com/']) {
      const query = new URLSearchParams({ challenge: 'c'.repeat(43), redirect })
      await expect(callAt(at.url, null, 'GET', `/v1/sign-in/xero?${query}`)).rejects.toThrow(
        /403 .*not-allowed/,
      )
    }
  })

  it('grants a session for a code once, and only to who knows the secret behind its challenge', async () => {
    const stolen = await codeOf(at.url, at.sandbox, verifier)
    const asking = (code: string, secret: string) =>
      callAt(at.url, null, 'POST', '/v1/sessions', { code, verifier: secret })
    await expect(asking(stolen, 'x'.repeat(64))).rejects.toThrow(/401/)
    await expect(asking(stolen, verifier)).rejects.toThrow(/401/)
    const code = await codeOf(at.url, at.sandbox, verifier)
    expect(SessionGranted.parse(await asking(code, verifier)).session.user.email).toBe('admin@example.com')
    await expect(asking(code, verifier)).rejects.toThrow(/401/)
  })

  it('leads back to the extension when the consent was refused, or could not be used', async () => {
    const refused = await cameBack(at.url, at.sandbox, verifier, { answer: 'cancel' })
    expect([refused.get('error'), refused.get('code')]).toEqual(['access_denied', null])
    const fault = { kind: 'status', status: 500 }
    await at.sandbox.control('POST', '/faults', { match: { path: '/connect/token$' }, times: 1, fault })
    const failed = await cameBack(at.url, at.sandbox, verifier)
    expect(failed.get('error')).toBe('ledger-unreachable')
  })

  it('ends a session when its owner signs out, and no other', async () => {
    const { token } = await signInAt(at.url, at.sandbox)
    await callAt(at.url, token, 'DELETE', '/v1/session')
    await expect(callAt(at.url, token, 'GET', '/v1/session')).rejects.toThrow(/401/)
    expect(await at.call('GET', '/v1/session')).toMatchObject({ user: { name: 'Sandbox Admin' } })
  })

  it('lets an extension ask, and no page', async () => {
    const preflight = async (origin: string) => {
      const headers = { origin, 'access-control-request-method': 'POST' }
      const answer = await fetch(`${at.url}/v1/exports`, { method: 'OPTIONS', headers })
      return answer.headers.get('access-control-allow-origin')
    }
    const extension = `chrome-extension://${'a'.repeat(32)}`
    expect(await preflight(extension)).toBe(extension)
    expect(await preflight('https://app.foodrazor.com')).toBeNull()
  })

  it('refuses what is too large, unreadable or at no address, each as a problem', async () => {
    const post = (body: string) =>
      fetch(`${at.url}/v1/exports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${at.granted.token}` },
        body,
      })
    const codes = async (answers: Response[]) =>
      Promise.all(answers.map(async answer => [answer.status, ((await answer.json()) as Refused).error.code]))
    interface Refused {
      error: { code: string }
    }
    const answers = [
      await post('x'.repeat(5 * 1024 * 1024)),
      await post('{'),
      await fetch(`${at.url}/nowhere`),
    ]
    expect(await codes(answers)).toEqual([
      [413, 'too-large'],
      [400, 'not-understood'],
      [404, 'not-found'],
    ])
  })

  it('logs what it does and no secret', async () => {
    const { token } = await signInAt(at.url, at.sandbox)
    await callAt(at.url, token, 'GET', '/v1/session')
    expect(lines).toContain('"path":"/v1/session"')
    expect(lines).not.toContain(token)
    expect(lines).not.toContain('code=')
    for (const secret of ['sandbox-secret', 'eyJ', verifier]) expect(lines).not.toContain(secret)
  })
})

it('takes a second person into the workspace whose organisation they share', async () => {
  const at = await signedInServer({ who: { organisations: ['Harbour', 'Orchard'] } })
  try {
    const joined = await at.signIn({ email: bookkeeper, organisations: ['Orchard', 'Canal'] })
    expect(joined.session.workspace).toEqual(at.granted.session.workspace)
    expect(joined.session.connections.map(({ organisation }) => organisation.name.split(' ')[0])).toEqual([
      'Canal',
      'Harbour',
      'Orchard',
    ])
  } finally {
    await at.close()
  }
}, 60_000)
