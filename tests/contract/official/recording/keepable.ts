/** What the checks look at; a list, so that a header with a secret in it has to be added to be kept. */
const headers = [
  'accept',
  'content-type',
  'idempotency-key',
  'if-modified-since',
  'intuit_tid',
  'location',
  'retry-after',
  'x-rate-limit-problem',
  'xero-tenant-id',
]

/** Parts of forms and token answers that would let somebody in. */
const secrets = [
  'access_token',
  'client_secret',
  'code',
  'code_verifier',
  'id_token',
  'refresh_token',
  'token',
]
const HIDDEN = 'hidden'

/** The headers that the checks look at; of credentials the scheme alone. */
export function headersToKeep(all: Headers): Record<string, string> {
  const kept = Object.fromEntries(
    headers.flatMap(name => (all.has(name) ? [[name, all.get(name) ?? '']] : [])),
  )
  const scheme = all.get('authorization')?.split(' ')[0]
  return scheme === undefined ? kept : { ...kept, authorization: `${scheme} ${HIDDEN}` }
}

/** The text of a body without its secrets; of a file and of anything long that is no text its length alone. */
export function bodyToKeep(type: string, bytes: ArrayBuffer): string {
  if (bytes.byteLength === 0) return ''
  if (/^application\/x-www-form-urlencoded/.test(type)) return form(new TextDecoder().decode(bytes))
  if (/^(?:application\/(?:[\w.]+\+)?json|text\/)/.test(type)) return text(new TextDecoder().decode(bytes))
  if (/^multipart\/form-data/.test(type)) return new TextDecoder('latin1').decode(bytes)
  return `(${bytes.byteLength} bytes)`
}

function form(body: string): string {
  const all = new URLSearchParams(body)
  for (const name of secrets) if (all.has(name)) all.set(name, HIDDEN)
  return all.toString()
}

function text(body: string): string {
  const named = new RegExp(`("(?:${secrets.join('|')})"\\s*:\\s*)"[^"]*"`, 'g')
  return body.replace(named, `$1"${HIDDEN}"`)
}
