import type { Client } from './clients.ts'

/**
 * The client a token request comes from, by Basic authorization or by `client_id` and `client_secret` in the
 * form; undefined when the credentials are missing or wrong.
 */
export function authenticatedClient(
  clients: readonly Client[],
  authorization: string | undefined,
  form: Record<string, unknown>,
): Client | undefined {
  const { id, secret } = basic(authorization) ?? { id: form.client_id, secret: form.client_secret }
  return clients.find(client => client.id === id && client.secret === secret)
}

function basic(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  return { id: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) }
}

/** RFC 6749 has the two parts form-encoded; what is not valid encoding stands for itself. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
