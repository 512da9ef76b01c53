import { createPublicKey, createVerify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountingClient } from './accounting-client.ts'
import { answerConsent, cameBackWith, connected, openConsent, tokenRequest } from './consent.ts'
import { found, REDIRECT, type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
beforeEach(async () => {
  sandbox = await runSandbox()
})
afterEach(() => sandbox.close())

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const connections = async (token: string): Promise<{ id: string; tenantName: string }[]> =>
  (await fetch(`${sandbox.origin}/connections`, bearer(token))).json()

describe('the consent page', () => {
  it('names the app, the organisations and what the app may do', async () => {
    const text = await (await openConsent(sandbox.origin)).text()
    for (const words of [
      'Sandbox app wants access',
      'Canal House Brasserie',
      'manage your bills',
      'Cancel',
    ]) {
      expect(text).toContain(words)
    }
  })

  it.each([
    ['an unknown client', { client_id: 'somebody' }, 'Unknown client id'],
    ['a redirect to another machine', { redirect_uri: 'https://example.com/cb' }, 'Invalid redirect_uri'],
  ])('refuses %s without sending anybody anywhere', async (_, query, words) => {
    const answer = await openConsent(sandbox.origin, query)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain(words)
  })

  it('brings a person who cancels back with access_denied and the state', async () => {
    const answer = await answerConsent(sandbox.origin, await openConsent(sandbox.origin), 'cancel', [])
    expect(cameBackWith(answer).get('error')).toBe('access_denied')
    expect(cameBackWith(answer).get('state')).toBe('abc')
  })

  it('asks again when no organisation was chosen', async () => {
    const answer = await answerConsent(sandbox.origin, await openConsent(sandbox.origin), 'allow', [])
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose at least one organisation')
  })

  it('needs no organisation where an app only asks who somebody is', async () => {
    const page = await openConsent(sandbox.origin, { scope: 'openid email' })
    const answer = await answerConsent(sandbox.origin, page, 'allow', [])
    expect(cameBackWith(answer).get('code')).toBeTruthy()
  })
})

describe('tokens', () => {
  it('signs an id token that the published key verifies', async () => {
    const { id_token: token } = await connected(sandbox, undefined, { nonce: 'n-1' })
    const [header = '', claims = '', signature = ''] = token.split('.')
    const jwks = await (await fetch(`${sandbox.origin}/.well-known/openid-configuration/jwks`)).json()
    const key = createPublicKey({ key: jwks.keys[0], format: 'jwk' })
    const valid = createVerify('RSA-SHA256')
      .update(`${header}.${claims}`)
      .verify(key, Buffer.from(signature, 'base64url'))
    expect(valid).toBe(true)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: sandbox.origin,
      aud: 'sandbox-client',
      email: 'admin@example.com',
      nonce: 'n-1',
    })
  })

  it('takes the credentials in the form as well as in the header', async () => {
    const { refresh_token } = await connected(sandbox)
    const answer = await fetch(`${sandbox.origin}/connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token,
        client_id: 'sandbox-client',
        client_secret: 'sandbox-secret',
      }),
    })
    expect(answer.status).toBe(200)
  })

  it('redeems a code once only', async () => {
    const page = await openConsent(sandbox.origin)
    const tenant = sandbox.organisation('Harbour').tenantId
    const code = found(cameBackWith(await answerConsent(sandbox.origin, page, 'allow', [tenant])).get('code'))
    const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT }
    expect((await tokenRequest(sandbox.origin, form)).status).toBe(200)
    const again = await tokenRequest(sandbox.origin, form)
    expect([again.status, await again.json()]).toEqual([400, { error: 'invalid_grant' }])
  })

  it('expires access tokens at once on control, refresh tokens living on', async () => {
    const tokens = await connected(sandbox)
    await sandbox.control('POST', '/expire-tokens')
    expect((await fetch(`${sandbox.origin}/connections`, bearer(tokens.access_token))).status).toBe(401)
    const { refresh_token } = tokens
    const renewed = await tokenRequest(sandbox.origin, { grant_type: 'refresh_token', refresh_token })
    expect(await connections((await renewed.json()).access_token)).toHaveLength(3)
  })

  it('ends everything on revocation', async () => {
    const { refresh_token } = await connected(sandbox)
    await fetch(`${sandbox.origin}/connect/revocation`, {
      method: 'POST',
      body: new URLSearchParams({
        token: refresh_token,
        client_id: 'sandbox-client',
        client_secret: 'sandbox-secret',
      }),
    })
    const answer = await tokenRequest(sandbox.origin, { grant_type: 'refresh_token', refresh_token })
    expect(await answer.json()).toEqual({ error: 'invalid_grant' })
  })
})

describe('connections', () => {
  it('lists the organisations that were chosen, and adds to them at the next consent', async () => {
    const [one, other] = sandbox.books.organisations.map(organisation => organisation.tenantId)
    const { access_token: first } = await connected(sandbox, [found(one)])
    expect(await connections(first)).toHaveLength(1)
    const { access_token: second } = await connected(sandbox, [found(other)])
    expect((await connections(second)).map(made => made.tenantName)).toEqual([
      'Harbour Street Kitchen Pte Ltd',
      'Orchard Noodle House Pte Ltd',
    ])
  })

  it('refuses what the scopes do not cover', async () => {
    const { access_token: token } = await connected(sandbox, undefined, {
      scope: 'openid offline_access accounting.settings.read',
    })
    const client = await accountingClient(sandbox, 'Harbour', token)
    expect((await client.call('GET', '/Accounts')).status).toBe(200)
    const refused = await client.call('GET', '/Invoices')
    expect([refused.status, refused.body.Detail]).toEqual([401, 'AuthorizationUnsuccessful'])
  })
})
