import { UnreachableError } from '#lib/api/client.ts'
import type { SessionRequest, SignInQuery } from '#lib/api/session.ts'
import { say } from '#lib/words/say.ts'
import type { App } from './app.ts'
import { base64url } from './base64url.ts'
import { Refusal } from './refusal.ts'

/**
 * Leads a person through a ledger's consent page, and gives what proves that it was them (lib/api/session.ts).
 * Only we know the verifier, so that whoever saw the address at which the window ended still has nothing.
 * `addressFor`: where the window begins, for this challenge.
 * @throws Refusal where the window was closed or the consent not given, UnreachableError where `server` is away
 */
export async function consentWindow(
  app: App,
  server: string,
  addressFor: (query: SignInQuery) => string | Promise<string>,
): Promise<SessionRequest> {
  const verifier = base64url(globalThis.crypto.getRandomValues(new Uint8Array(48)))
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const challenge = base64url(new Uint8Array(hash))
  const address = await addressFor({ challenge, redirect: app.browser.redirectUrl() })
  return { code: codeIn(await opened(app, address, server)), verifier }
}

async function opened(app: App, address: string, server: string): Promise<string> {
  try {
    return await app.browser.authorise(address)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/could not be loaded/i.test(said)) throw new UnreachableError(server, error)
    throw new Refusal(say('refused.window-closed'))
  }
}

/** @throws Refusal with the server's own words where it refused. */
function codeIn(ended: string): string {
  const answer = new URL(ended).searchParams
  const code = answer.get('code')
  if (code) return code
  throw new Refusal(answer.get('message') ?? say('refused.sign-in-failed'))
}
