import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { publishedKeys } from './signing-key.ts'

/** The OpenID discovery document and the key set it points to. */
export function discoveryRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/.well-known/openid-configuration', c =>
    c.json({
      issuer: sandbox.origin,
      authorization_endpoint: `${sandbox.origin}/identity/connect/authorize`,
      token_endpoint: `${sandbox.origin}/connect/token`,
      revocation_endpoint: `${sandbox.origin}/connect/revocation`,
      jwks_uri: `${sandbox.origin}/.well-known/openid-configuration/jwks`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      claims_supported: ['sub', 'email', 'given_name', 'family_name', 'name', 'xero_userid'],
    }),
  )
  app.get('/.well-known/openid-configuration/jwks', c => c.json(publishedKeys()))
  return app
}
