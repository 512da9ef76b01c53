import { createRequire } from 'node:module'
import { XeroClient } from 'xero-node'
import { z } from 'zod'
import { answerConsent } from './consent.ts'
import { ALL_SCOPES, found, REDIRECT, type RunningSandbox } from './running-sandbox.ts'

/** The OpenID library that the SDK itself uses; only what is needed to point it at the sandbox. */
type OpenId = {
  Issuer: { discover(url: string): Promise<{ Client: new (metadata: object) => XeroClient['openIdClient'] }> }
}

/** The official SDK, signed in through the consent page with every organisation connected. */
export async function sdkClient(sandbox: RunningSandbox): Promise<XeroClient> {
  const require = createRequire(import.meta.url)
  const { Issuer }: OpenId = createRequire(require.resolve('xero-node'))('openid-client')
  const issuer = await Issuer.discover(`${sandbox.origin}/.well-known/openid-configuration`)
  const credentials = { clientId: 'sandbox-client', clientSecret: 'sandbox-secret' }
  const client = new XeroClient({
    ...credentials,
    redirectUris: [REDIRECT],
    scopes: ALL_SCOPES.split(' '),
    state: 'from-the-sdk',
  })
  client.openIdClient = new issuer.Client({
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    redirect_uris: [REDIRECT],
  })
  client.accountingApi.basePath = `${sandbox.origin}/api.xro/2.0`
  const page = await fetch(found(await client.buildConsentUrl()))
  const tenants = sandbox.books.organisations.map(organisation => organisation.tenantId)
  const answer = await answerConsent(sandbox.origin, page, 'allow', tenants)
  await client.apiCallback(found(answer.headers.get('location')))
  return client
}

const Rejection = z
  .string()
  .transform(text => JSON.parse(text))
  .pipe(z.looseObject({ response: z.looseObject({ statusCode: z.number() }), body: z.unknown() }))

/** What the SDK rejects with: a JSON string, not an Error. */
export async function rejection(call: Promise<unknown>): Promise<z.infer<typeof Rejection>> {
  return Rejection.parse(
    await call.then(
      () => undefined,
      (reason: unknown) => reason,
    ),
  )
}
