import { z } from 'zod'
import { basic } from '../identity/token-request.ts'
import { isLoopback } from './check-server.ts'
import { type Finding, findingsAbout } from './finding.ts'
import type { LedgerApp } from './ledger-app.ts'

const TIMEOUT = 15_000
/** Id tokens are good from a moment to another: sign-in allows a clock this much. */
const mostSkew = 60_000
const placeholder = /^(?:your|my|xxx|changeme|<|\.\.\.|…|client[-_ ]?(?:id|secret)$)/i

/**
 * Whether the app of a ledger is set up, known to the ledger, and reachable: variables, addresses to register, id
 * and secret, API, clock, webhook. Asks the ledger two things that change nothing there.
 */
export async function checkLedger(app: LedgerApp, publicUrl: string): Promise<Finding[]> {
  const found = findingsAbout(app.name)
  const { id, secret } = app.variables
  if (app.clientId === '' && app.clientSecret === '') {
    return [found('App', 'skipped', `No app of ${app.name}: ${id} and ${secret} are not set.`)]
  }
  const given = checkGiven(app)
  if (given.some(({ state }) => state === 'failed')) return given
  return [
    ...given,
    checkRedirect(app, publicUrl),
    ...(await checkCredentials(app)),
    await checkApi(app),
    checkWebhook(app, publicUrl),
  ]
}

function checkGiven({ name, variables, clientId, clientSecret, portal }: LedgerApp): Finding[] {
  const found = findingsAbout(name)
  const todo = `Copy it anew from ${portal}.`
  const wrong = [
    [variables.id, clientId],
    [variables.secret, clientSecret],
  ].flatMap(([variable = '', value = '']) => {
    if (value === '') return [found('App', 'failed', `${variable} is not set, the other is.`, todo)]
    if (value.trim() !== value || /^["'].*["']$/.test(value)) {
      return [found('App', 'failed', `${variable} has blanks or quotation marks around it.`, todo)]
    }
    return placeholder.test(value) ? [found('App', 'failed', `${variable} is a placeholder.`, todo)] : []
  })
  return wrong.length > 0 ? wrong : [found('App', 'ok', `${variables.id} and ${variables.secret} are set.`)]
}

/** Only the ledger's portal knows what is registered there: it is told what must be. */
function checkRedirect({ name, path, reaches, apiUrl }: LedgerApp, publicUrl: string): Finding {
  const found = findingsAbout(name)
  const says = `The app’s redirect URI must be, to the letter: ${publicUrl}/v1/callback/${path}`
  if (name === 'QuickBooks' && isLoopback(publicUrl) && !isLoopback(apiUrl) && !/\/\/sandbox-/.test(apiUrl)) {
    const todo = 'Set PUBLIC_URL to the server’s https address.'
    return found('Redirect', 'failed', `${says}, and Intuit takes no localhost with Production keys.`, todo)
  }
  return found('Redirect', 'ok', `${says}. ${reaches}`)
}

/** A refresh token that cannot be good: who is known hears of the token, who is not hears of the app (RFC 6749, 5.2). */
async function checkCredentials(app: LedgerApp): Promise<Finding[]> {
  const found = findingsAbout(app.name)
  const asked = Date.now()
  const answer = await reach(app.tokenUrl, {
    method: 'POST',
    headers: { authorization: basic(app), accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'no-such-token' }),
  })
  if (!answer.ok)
    return [found('Sign-in', 'failed', `${app.tokenUrl} cannot be reached: ${answer.why}.`, network)]
  const { error } = z
    .object({ error: z.string() })
    .partial()
    .catch({})
    .parse(await answer.json())
  return [credentialsBy(error), checkClock(app, answer.date, asked)]

  function credentialsBy(code: string | undefined): Finding {
    const { id, secret } = app.variables
    if (code === 'invalid_grant') return found('Sign-in', 'ok', `${app.name} knows the app and its secret.`)
    if (code === 'invalid_client' || code === 'unauthorized_client') {
      const todo = `Copy ${id} and ${secret} anew from ${app.portal}. A secret that was renewed there ends the old one.`
      return found('Sign-in', 'failed', `${app.name} does not know this id with this secret (${code}).`, todo)
    }
    const says = `${app.tokenUrl} answered ${answer.ok ? answer.status : ''} ${code ?? ''} where it should have refused a token.`
    return found(
      'Sign-in',
      'warning',
      says,
      'Look whether that is the ledger’s own address, or something between.',
    )
  }
}

function checkClock({ name }: LedgerApp, date: string | null, asked: number): Finding {
  const found = findingsAbout(name)
  const theirs = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(theirs)) return found('Clock', 'skipped', 'Its answer bears no time to compare with.')
  const off = theirs - asked
  if (Math.abs(off) < mostSkew) return found('Clock', 'ok', 'This machine’s clock agrees with it.')
  const says = `This machine’s clock is ${Math.round(Math.abs(off) / 1000)} s ${off > 0 ? 'behind' : 'ahead'}.`
  return found('Clock', 'failed', says, 'Set it by NTP: sign-in is refused while it is off.')
}

async function checkApi({ name, closedUrl, apiUrl }: LedgerApp): Promise<Finding> {
  const found = findingsAbout(name)
  const answer = await reach(closedUrl, {
    headers: { authorization: 'Bearer no-such-token', accept: 'application/json' },
  })
  if (!answer.ok) return found('API', 'failed', `${apiUrl} cannot be reached: ${answer.why}.`, network)
  if (answer.status === 401) return found('API', 'ok', `${apiUrl} answers.`)
  const says = `${apiUrl} answered ${answer.status} to a token that cannot be good, where ${name} says 401.`
  return found('API', 'warning', says, 'Look whether that is the ledger’s own address, or something between.')
}

function checkWebhook({ name, variables, webhookKey, path }: LedgerApp, publicUrl: string): Finding {
  const found = findingsAbout(name)
  if (webhookKey === null) {
    return found(
      'Webhook',
      'skipped',
      `${variables.webhook} is not set: changes of bills are found by sweeps alone.`,
    )
  }
  const address = `${publicUrl}/v1/webhooks/${path}`
  if (isLoopback(publicUrl)) {
    const todo = 'Set PUBLIC_URL to the server’s https address.'
    return found('Webhook', 'warning', `${name} cannot reach ${address} from outside.`, todo)
  }
  return found('Webhook', 'ok', `The app’s webhook must be delivered to ${address}`)
}

const network = 'Look at the network, a proxy or a firewall between, and at the address.'

type Reached =
  | { ok: true; status: number; date: string | null; json(): Promise<unknown> }
  | { ok: false; why: string }

async function reach(url: string, init: RequestInit): Promise<Reached> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) })
    const json = () => answer.json().catch(() => null)
    return { ok: true, status: answer.status, date: answer.headers.get('date'), json }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    return { ok: false, why: code || (cause instanceof Error ? cause.message : 'no answer') }
  }
}
