import { createPublicKey, createVerify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apiClient } from './api-client.ts'
import {
  answerConsent,
  BASIC,
  cameBackWith,
  connected,
  openConsent,
  REDIRECT,
  tokenRequest,
} from './consent.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let realmId: string
beforeEach(async () => {
  sandbox = await runSandbox()
  realmId = sandbox.company('Orchard').realmId
})
afterEach(() => sandbox.close())

const refresh = (refresh_token: string) =>
  tokenRequest(sandbox.origin, { grant_type: 'refresh_token', refresh_token })

describe('the consent page', () => {
  it('offers one company of all, and says what the app may do', async () => {
    const html = await (await openConsent(sandbox.origin)).text()
    expect(html.match(/type="radio" name="company"/g)).toHaveLength(3)
    expect(html).toContain('View and change your accounting data')
    expect(html).toContain('Orchard Noodle House Pte Ltd')
  })

  it('leads back with code, state and the company', async () => {
    const answer = await answerConsent(sandbox.origin, await openConsent(sandbox.origin), 'connect', realmId)
    const query = cameBackWith(answer)
    expect([
      answer.headers.get('location')?.startsWith(REDIRECT),
      query.get('state'),
      query.get('realmId'),
    ]).toEqual([true, 'abc', realmId])
  })

  it('leads back with access_denied where the person cancels', async () => {
    const query = cameBackWith(
      await answerConsent(sandbox.origin, await openConsent(sandbox.origin), 'cancel'),
    )
    expect([query.get('error'), query.get('state'), query.get('code')]).toEqual([
      'access_denied',
      'abc',
      null,
    ])
  })

  it('asks again where no company is chosen', async () => {
    const again = await answerConsent(sandbox.origin, await openConsent(sandbox.origin), 'connect')
    expect([again.status, (await again.text()).includes('Choose a company')]).toEqual([422, true])
  })

  it('asks for no company where only the person is wanted', async () => {
    const page = await openConsent(sandbox.origin, { scope: 'openid email' })
    const query = cameBackWith(await answerConsent(sandbox.origin, page, 'connect'))
    expect([query.has('code'), query.has('realmId')]).toEqual([true, false])
  })

  it.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['a foreign redirect', { redirect_uri: 'https://example.com/callback' }],
    ['a scope nobody has', { scope: 'com.intuit.quickbooks.everything' }],
    ['no state', { state: '' }],
  ])('sends nobody anywhere for %s', async (_, query) => {
    const answer = await openConsent(sandbox.origin, query)
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
  })
})

describe('tokens', () => {
  it('are given once for a code, to the app it was made for', async () => {
    const page = await openConsent(sandbox.origin)
    const code = found(
      cameBackWith(await answerConsent(sandbox.origin, page, 'connect', realmId)).get('code'),
    )
    const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT }
    const first = await tokenRequest(sandbox.origin, form)
    expect(await first.json()).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
      x_refresh_token_expires_in: 8_640_000,
    })
    const second = await tokenRequest(sandbox.origin, form)
    expect([second.status, (await second.json()).error]).toEqual([400, 'invalid_grant'])
  })

  it('are not given to an app with a wrong secret', async () => {
    const answer = await fetch(`${sandbox.origin}/oauth2/v1/tokens/bearer`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('sandbox-client:wrong').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x' }),
    })
    expect([answer.status, (await answer.json()).error]).toEqual([401, 'invalid_client'])
  })

  it('end when they are revoked by a form', async () => {
    const { refresh_token: token } = await connected(sandbox, realmId)
    const revoked = await fetch(`${sandbox.origin}/v2/oauth2/tokens/revoke`, {
      method: 'POST',
      headers: { authorization: BASIC },
      body: new URLSearchParams({ token }),
    })
    expect(revoked.status).toBe(200)
    expect((await refresh(token)).status).toBe(400)
  })

  it('name the person and the company, signed with a published key', async () => {
    const { id_token, access_token } = await connected(sandbox, realmId, { nonce: 'n-1' })
    const discovery = await fetch(`${sandbox.origin}/.well-known/openid_sandbox_configuration`)
    const { jwks_uri, issuer, userinfo_endpoint } = await discovery.json()
    const { keys } = await (await fetch(jwks_uri)).json()
    const [head, claims, signature] = found(id_token).split('.')
    const key = createPublicKey({ key: keys[0], format: 'jwk' })
    const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`)
    expect(verify.verify(key, found(signature), 'base64url')).toBe(true)
    const said = JSON.parse(Buffer.from(found(claims), 'base64url').toString())
    expect(said).toMatchObject({ iss: issuer, aud: ['sandbox-client'], realmid: realmId, nonce: 'n-1' })
    const info = await fetch(userinfo_endpoint, { headers: { authorization: `Bearer ${access_token}` } })
    expect(await info.json()).toMatchObject({
      sub: said.sub,
      email: 'owner@example.com',
      givenName: 'Sandbox',
    })
  })
})

describe('the gateway', () => {
  it('refuses an expired token in its own lower-case shape', async () => {
    const client = await apiClient(sandbox)
    sandbox.clock.forward(60)
    const answer = await client.query('select * from Term')
    expect([answer.status, answer.body.fault]).toEqual([
      401,
      {
        type: 'AUTHENTICATION',
        error: [
          {
            message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
            detail: expect.stringContaining('Token expired'),
            code: '3200',
            element: null,
          },
        ],
      },
    ])
    expect(answer.headers.get('intuit_tid')).toMatch(/^1-/)
  })

  it('refuses a token without the accounting scope', async () => {
    const page = await openConsent(sandbox.origin, { scope: 'openid' })
    const code = found(cameBackWith(await answerConsent(sandbox.origin, page, 'connect')).get('code'))
    const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT }
    const { access_token } = await (await tokenRequest(sandbox.origin, form)).json()
    const client = await apiClient(sandbox, 'Orchard', access_token)
    expect((await client.query('select * from Term')).status).toBe(403)
  })

  it('speaks JSON only to who asks for it', async () => {
    const client = await apiClient(sandbox)
    const answer = await client.call('GET', '/preferences', undefined, { accept: '*/*' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([406, 'application/xml'])
  })
})
