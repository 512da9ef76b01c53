import { createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'

type SigningKey = { privateKey: KeyObject; jwk: Record<string, unknown> }

const KEY_ID = 'sandbox-key-1'

let made: SigningKey | undefined

/** The RS256 key of this process, made when first needed. */
function signingKey(): SigningKey {
  if (!made) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const jwk = createPublicKey(privateKey).export({ format: 'jwk' })
    made = { privateKey, jwk: { ...jwk, use: 'sig', alg: 'RS256', kid: KEY_ID } }
  }
  return made
}

/** The key set published under `/op/v1/jwks`. */
export function publishedKeys(): { keys: Record<string, unknown>[] } {
  return { keys: [signingKey().jwk] }
}

/** A signed JWT (RS256) with these claims. */
export function signJwt(claims: Record<string, unknown>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(claims)}`
  const signature = createSign('RSA-SHA256').update(content).sign(signingKey().privateKey, 'base64url')
  return `${content}.${signature}`
}
