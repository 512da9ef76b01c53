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

/** What would let somebody in, in forms and in JSON, where a `code` is an error's. */
const tokens = ['access_token', 'id_token', 'refresh_token', 'token']
const inForms = [...tokens, 'client_secret', 'code', 'code_verifier']
const HIDDEN = 'hidden'

/** The headers that the checks look at; of credentials the scheme alone. */
export function headersToKeep(all: Headers): Record<string, string> {
  const kept = Object.fromEntries(
    headers.flatMap(name => (all.has(name) ? [[name, all.get(name) ?? '']] : [])),
  )
  const scheme = all.get('authorization')?.split(' ')[0]
  return scheme === undefined ? kept : { ...kept, authorization: `${scheme} ${HIDDEN}` }
}

/**
 * The text of a body without its secrets; of a file its length alone; of a form with files JSON, in which the files
 * that are JSON themselves stand as they came.
 */
export async function bodyToKeep(type: string, bytes: ArrayBuffer): Promise<string> {
  if (bytes.byteLength === 0) return ''
  if (type.startsWith('application/x-www-form-urlencoded')) return form(new TextDecoder().decode(bytes))
  if (type.startsWith('multipart/form-data')) return parts(type, bytes)
  return isText(type) ? text(new TextDecoder().decode(bytes)) : length(bytes)
}

function isText(type: string): boolean {
  return /^(?:application\/(?:[\w.]+\+)?json|text\/)/.test(type)
}

function length(bytes: ArrayBuffer): string {
  return `(${bytes.byteLength} bytes)`
}

async function parts(type: string, bytes: ArrayBuffer): Promise<string> {
  const sent = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const kept: Record<string, string> = {}
  for (const [name, part] of sent.entries()) {
    if (typeof part === 'string') kept[name] = part
    else kept[name] = isText(part.type) ? await part.text() : length(await part.arrayBuffer())
  }
  return JSON.stringify(kept)
}

function form(body: string): string {
  const all = new URLSearchParams(body)
  for (const name of inForms) if (all.has(name)) all.set(name, HIDDEN)
  return all.toString()
}

function text(body: string): string {
  const named = new RegExp(`("(?:${tokens.join('|')})"\\s*:\\s*)"[^"]*"`, 'g')
  return body.replace(named, `$1"${HIDDEN}"`)
}
