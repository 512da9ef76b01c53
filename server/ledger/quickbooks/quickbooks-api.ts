import { addMilliseconds, type Instant, systemClock } from '#lib/domain/instant.ts'
import { LedgerTrouble } from '../port.ts'
import { type Fault, faultsOf, faultText, isTrouble } from './faults.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'

/** The version of the wire that this client speaks (facts/qbo.md, Bill). */
const MINOR_VERSION = '75'
/** Longer than QuickBooks takes for thirty bills; it gives up itself after 120 s. */
const TIMEOUT = 90_000
/** How long QuickBooks wants to be left alone after a 429 (facts/qbo.md, Errors). */
const BACK_OFF = 60_000

/** A request to one company; `path` lies under `/v3/company/{realm}`. */
export interface Asked {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string>
  body?: unknown
  /** Instead of a body: a file with its description. */
  form?: FormData
  batch?: boolean
}

/** The answer's body as it came, or what QuickBooks said of a request that it understood and refused. */
export type Answered = { ok: true; body: unknown } | { ok: false; faults: Fault[] }

interface Raw {
  /** 0 where no answer came. */
  status: number
  headers: Headers
  text: string
  body: unknown
}

/**
 * Calls the API at the company's pace. A token that QuickBooks no longer takes is renewed once. What concerns
 * the call as a whole becomes `LedgerTrouble`; `writes` says whether it may have had an effect.
 */
export async function callQuickbooks(
  company: QuickbooksCompany,
  asked: Asked,
  writes: boolean,
): Promise<Answered> {
  let token = ''
  const once = () =>
    company.pace.run(
      () => {
        token = company.token()
        return send(company, asked, token)
      },
      { patient: company.patient, batch: asked.batch ?? false },
    )
  let raw = await once()
  if (isUnauthorised(raw)) {
    await company.renewToken(token)
    raw = await once()
  }
  const trouble = troubleOf(raw, writes)
  if (trouble) throw trouble
  const faults = faultsOf(raw.body)
  if (faults.length > 0) return { ok: false, faults }
  if (raw.status < 400) return { ok: true, body: raw.body }
  const unexplained = { code: String(raw.status), message: raw.text.slice(0, 500), detail: '', type: '' }
  return { ok: false, faults: [unexplained] }
}

async function send({ apiUrl, realm }: QuickbooksCompany, asked: Asked, token: string): Promise<Raw> {
  const query = new URLSearchParams({ ...asked.query, minorversion: MINOR_VERSION })
  const address = `${apiUrl}/v3/company/${encodeURIComponent(realm)}${asked.path}?${query}`
  try {
    const response = await fetch(address, {
      method: asked.method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      ...(asked.form === undefined ? {} : { body: asked.form }),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: json(text) }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { status: 0, headers: new Headers(), text, body: undefined }
  }
}

function isUnauthorised({ status, body }: Raw): boolean {
  return status === 401 || faultsOf(body).some(({ code }) => code === '3200')
}

/** What an answer says of the call as a whole; null for an answer, or a refusal, of what it asked. */
function troubleOf(raw: Raw, writes: boolean): LedgerTrouble | null {
  const { status, headers, body, text } = raw
  const faults = faultsOf(body)
  const trace = headers.get('intuit_tid')
  const words = `${faults.length > 0 ? faultText(faults) : text.slice(0, 500)}${trace ? ` (${trace})` : ''}`
  if (isUnauthorised(raw) || status === 403 || faults.some(({ code }) => code === '3100' || code === '120'))
    return new LedgerTrouble('connection-lost', words)
  if (status === 429 || faults.some(({ code }) => code === '3001'))
    return new LedgerTrouble('rate-limit', words, leftAloneUntil(headers))
  const answered = status >= 200 && status < 500 && status !== 408 && body !== undefined
  if (answered && !isTrouble(faults)) return null
  // Understood by nobody, such as a 404 page of a proxy: nothing was done.
  if (status >= 400 && status < 500 && status !== 408 && body === undefined) return null
  return new LedgerTrouble(
    writes ? 'unknown-outcome' : 'not-sent',
    `QuickBooks answered ${status || 'nothing'}: ${words}`,
  )
}

function leftAloneUntil(headers: Headers): Instant {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return addMilliseconds(systemClock(), Number.isFinite(seconds) ? seconds * 1000 : BACK_OFF)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
