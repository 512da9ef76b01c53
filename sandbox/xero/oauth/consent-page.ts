import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { page } from '../ledger-page/layout.ts'
import { scopeSentences } from './scopes.ts'
import type { User } from './users.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export type ConsentQuestion = {
  ticket: string
  clientName: string
  scopes: readonly string[]
  users: readonly User[]
  userId?: string | undefined
  problem?: string | undefined
  organisations: readonly { tenantId: string; name: string; currency: string; connected: boolean }[]
}

/** The page on which a person allows an app into chosen organisations, or cancels. */
export function consentPage(question: ConsentQuestion): Html {
  const { clientName, organisations } = question
  return page(
    `Allow access – ${clientName}`,
    html`<form class="narrow card" method="post" action="/identity/connect/consent">
      <input type="hidden" name="ticket" value="${question.ticket}">
      <h1>${clientName} wants access</h1>
      <p class="quiet">Allowing access lets the app:</p>
      <ul class="plain">
        ${scopeSentences(question.scopes).map(sentence => html`<li>${sentence}</li>`)}
        <li>See who you are</li>
      </ul>
      <label class="field">Signed in as
        <select name="user">
          ${question.users.map(
            user => html`<option value="${user.id}" ${raw(user.id === question.userId ? 'selected' : '')}
              >${user.givenName} ${user.familyName} (${user.email})</option>`,
          )}
        </select>
      </label>
      ${organisations.length === 0 ? '' : choice(organisations)}
      ${question.problem === undefined ? '' : html`<p class="problem" role="alert">${question.problem}</p>`}
      <div class="actions">
        <button class="primary" name="answer" value="allow">Allow access</button>
        <button name="answer" value="cancel">Cancel</button>
      </div>
      <p class="quiet small">You can disconnect the app at any time.</p>
    </form>`,
  )
}

function choice(organisations: ConsentQuestion['organisations']): Html {
  return html`<fieldset>
    <legend>Organisations</legend>
    ${organisations.map(
      one => html`<label class="choice">
        <input type="checkbox" name="organisation" value="${one.tenantId}">
        <span>${one.name}</span>
        <span class="quiet small">${one.currency}${one.connected ? ' · connected' : ''}</span>
      </label>`,
    )}
  </fieldset>`
}

/** What a person sees when an app's request cannot be honoured; nobody is sent anywhere. */
export function refusalPage(code: string, why: string): Html {
  return page(
    'Something is wrong with the request',
    html`<div class="narrow card">
      <h1>Something is wrong with the request</h1>
      <p class="problem">Error: ${code}</p>
      <p class="multiline">${why}</p>
      <p class="quiet">Go back to the app and try again, or ask whoever runs it.</p>
    </div>`,
  )
}
