import { createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto'

/** Signs what the extension takes from this server alone, such as a profile. */
export interface Signer {
  /** Ed25519, its 32 bytes in base64url. */
  publicKey: string
  /** The signature over the text's UTF-8 bytes, in base64url. */
  sign(text: string): string
}

/** An Ed25519 private key as PKCS #8 (RFC 8410, section 7) is this and its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The key pair that belongs to the server's secret: nothing more is to be kept, and servers that share a secret
 * sign alike. Another secret is another key, which extensions that know the old one refuse.
 */
export function createSigner(secret: string): Signer {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'clearcloud: signing profiles', 32))
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: x,
    sign: text => sign(null, Buffer.from(text, 'utf8'), key).toString('base64url'),
  }
}
