import { html, raw } from 'hono/html'
import { type Html, page } from '../ledger-page/layout.ts'
import { scopeSentences } from './scopes.ts'
import type { User } from './users.ts'

export type ConsentQuestion = {
  /** The path that the sandbox's addresses begin with. */
  base: string
  /** Where the answer is sent: the whole address, because a proxy may stand before this page. */
  action: string
  ticket: string
  clientName: string
  scopes: readonly string[]
  users: readonly User[]
  userId?: string | undefined
  problem?: string | undefined
  companies: readonly { realmId: string; name: string; currency: string; connected: boolean }[]
}

/** The page on which a person connects an app to one company, or cancels. */
export function consentPage(question: ConsentQuestion): Html {
  const { base, clientName, companies } = question
  return page(
    base,
    `Connect – ${clientName}`,
    html`<form class="narrow card" method="post" action="${question.action}">
      <input type="hidden" name="ticket" value="${question.ticket}">
      <h1>Connect ${clientName} to QuickBooks</h1>
      <p class="quiet">Connecting lets the app:</p>
      <ul class="plain">
        ${scopeSentences(question.scopes).map(sentence => html`<li>${sentence}</li>`)}
      </ul>
      <label class="field">Signed in as
        <select name="user">
          ${question.users.map(
            user => html`<option value="${user.id}" ${raw(user.id === question.userId ? 'selected' : '')}
              >${user.givenName} ${user.familyName} (${user.email})</option>`,
          )}
        </select>
      </label>
      ${companies.length === 0 ? '' : choice(companies)}
      ${question.problem === undefined ? '' : html`<p class="problem" role="alert">${question.problem}</p>`}
      <div class="actions">
        <button class="primary" name="answer" value="connect">Connect</button>
        <button name="answer" value="cancel">Cancel</button>
      </div>
      <p class="quiet small">One connection reaches one company. You can disconnect at any time.</p>
    </form>`,
  )
}

function choice(companies: ConsentQuestion['companies']): Html {
  return html`<fieldset>
    <legend>Company</legend>
    ${companies.map(
      one => html`<label class="choice">
        <input type="radio" name="company" value="${one.realmId}">
        <span>${one.name}</span>
        <span class="quiet small">${one.currency}${one.connected ? ' · connected' : ''}</span>
      </label>`,
    )}
  </fieldset>`
}

/** What a person sees when an app's request cannot be honoured; nobody is sent anywhere. */
export function refusalPage(base: string, code: string, why: string): Html {
  return page(
    base,
    'Something is wrong with the request',
    html`<div class="narrow card">
      <h1>Something is wrong with the request</h1>
      <p class="problem">Error: ${code}</p>
      <p class="multiline">${why}</p>
      <p class="quiet">Go back to the app and try again, or ask whoever runs it.</p>
    </div>`,
  )
}
