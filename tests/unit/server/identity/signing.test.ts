import { expect, test } from 'vitest'
import { createSigner } from '#server/identity/signing.ts'

const secret = 'a secret of at least thirty-two characters'

async function verifies(key: string, text: string, signature: string) {
  const bytes = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'))
  const known = await crypto.subtle.importKey('raw', bytes(key), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', known, bytes(signature), new TextEncoder().encode(text))
}

test('signs as Web Crypto verifies, whatever the text’s script', async () => {
  const signer = createSigner(secret)
  const text = '{"name":"门店 ☁"}'
  expect(signer.publicKey).toMatch(/^[\w-]{43}$/)
  expect(await verifies(signer.publicKey, text, signer.sign(text))).toBe(true)
  expect(await verifies(signer.publicKey, `${text} `, signer.sign(text))).toBe(false)
})

test('has the same key for the same secret, and another for another', () => {
  expect(createSigner(secret).publicKey).toBe(createSigner(secret).publicKey)
  expect(createSigner(`${secret}!`).publicKey).not.toBe(createSigner(secret).publicKey)
})
