import { connected } from '#tests/sandbox/xero/consent.ts'
import { ALL_SCOPES, found, REDIRECT, runSandbox } from '#tests/sandbox/xero/running-sandbox.ts'
import { at } from '../fill-in.ts'
import type { World } from '../rule.ts'

/**
 * A sandbox of its own, an app connected to all its organisations, and the names that the rules speak of: two in
 * Singapore dollars (`tenant`, `orchard`) and one in euro (`canal`), contacts of theirs, and one that is archived.
 */
export async function openWorld(published: boolean): Promise<World> {
  const wide = { minute: 10_000, concurrent: 100 }
  const sandbox = await runSandbox(published ? {} : { limits: wide })
  const { access_token: token, refresh_token: refresh } = await connected(sandbox)
  const [harbour, orchard, canal] = ['Harbour', 'Orchard', 'Canal'].map(sandbox.organisation)
  const contactOf = (of: typeof harbour, index: number): string => found(of?.contacts[index]).contactId
  return {
    origin: sandbox.origin,
    names: {
      origin: sandbox.origin,
      scopes: ALL_SCOPES,
      redirect: REDIRECT,
      token,
      refresh,
      tenant: found(harbour).tenantId,
      orchard: found(orchard).tenantId,
      canal: found(canal).tenantId,
      contact: contactOf(harbour, 0),
      second: contactOf(harbour, 1),
      archived: contactOf(harbour, 2),
      orchardContact: contactOf(orchard, 0),
      canalContact: contactOf(canal, 0),
    },
    forward: minutes => sandbox.clock.forward(minutes),
    wordsOf,
    close: sandbox.close,
  }
}

/** What an answer finds wrong: the messages of all its elements, else its own. */
function wordsOf(body: unknown): string[] {
  const elements = ['Invoices', 'CreditNotes', 'Contacts', 'Elements'].flatMap(key => at(body, key) ?? [])
  const messages = elements
    .flatMap(element => at(element, 'ValidationErrors') ?? [])
    .map(error => String(at(error, 'Message')))
  if (messages.length > 0) return messages
  const own = at(body, 'Message') ?? at(body, 'Detail') ?? at(body, 'error')
  return own === undefined ? [] : [String(own)]
}
