import type { Client } from './clients.ts'

/** The client a token request comes from, by Basic authorization; undefined when it is missing or wrong. */
export function authenticatedClient(
  clients: readonly Client[],
  authorization: string | undefined,
): Client | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)]
  return colon < 0 ? undefined : clients.find(client => client.id === id && client.secret === secret)
}
