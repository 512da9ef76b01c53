import type { Expected, Step } from '../rule.ts'
import { BASIC, company, get, type QuickbooksRule, tokens } from './requests.ts'

const SCOPES = 'com.intuit.quickbooks.accounting openid profile email'
const REDIRECT = 'http://localhost:9/callback'
const authorize = (scope: string): string =>
  `GET /connect/oauth2?response_type=code&client_id=sandbox-client&redirect_uri=${encodeURIComponent(REDIRECT)}&state=abc&scope=${encodeURIComponent(scope)}`

/** A person connects the company in Singapore; gives `{code}`. The form leads where the page says. */
const consent: Step[] = [
  { send: authorize(SCOPES), answers: { status: 200 }, keep: { ticket: /name="ticket" value="([^"]+)"/ } },
  {
    send: 'POST /connect/consent',
    form: { ticket: '{ticket}', answer: 'connect', company: '{realm}' },
    answers: { status: 302, headers: { location: /^http:\/\/localhost:9\/callback\?.*realmId=\d+/ } },
    keep: { code: /[?&]code=([^&\s]+)/, told: /[?&]realmId=([^&\s]+)/ },
  },
]
const refresh = (refresh_token: string, answers: Expected = { status: 200 }) =>
  tokens({ grant_type: 'refresh_token', refresh_token }, answers)
const invalidGrant = { status: 400, body: { error: 'invalid_grant' } }
const preferences = (answers: Expected) => get('/preferences', answers)
const DAY = 24 * 60

/**
 * Consent, tokens, and who may not come in. Not provable here: the names of the hosts (a sandbox has one of its
 * own) and the Reconnect URL, which is set with Intuit.
 */
export const oauth: readonly QuickbooksRule[] = [
  {
    rule: 'the realmId arrives on the callback only, and the scopes are granted',
    from: 'OAuth',
    steps: [
      ...consent,
      {
        ...tokens(
          { grant_type: 'authorization_code', code: '{code}', redirect_uri: REDIRECT },
          { status: 200, body: { token_type: 'bearer', id_token: /\./ }, without: ['realmId'] },
        ),
        keep: { token: 'access_token' },
      },
      get('/companyinfo/{told}', {
        status: 200,
        body: { CompanyInfo: { CompanyName: 'Orchard Noodle House Pte Ltd' } },
      }),
    ],
  },
  {
    rule: 'an access token lasts 60 minutes, a refresh value 100 days',
    from: 'OAuth',
    steps: [
      refresh('{refresh}', {
        status: 200,
        body: { expires_in: 3600, x_refresh_token_expires_in: 8_640_000 },
      }),
      { minutes: 59 },
      preferences({ status: 200 }),
      { minutes: 1 },
      preferences({ status: 401, says: ['3200 '] }),
    ],
  },
  {
    rule: 'a refresh value idle for 100 days is no good',
    from: 'OAuth',
    steps: [{ minutes: 100 * DAY }, refresh('{refresh}', invalidGrant)],
  },
  {
    rule: 'a refresh value used in time is good for 100 days more',
    from: 'OAuth',
    steps: [
      { minutes: 99 * DAY },
      { ...refresh('{refresh}'), keep: { newer: 'refresh_token' } },
      { minutes: 99 * DAY },
      refresh('{newer}'),
    ],
  },
  {
    rule: 'a refresh value stays the same within a day, and is another one the day after',
    from: 'OAuth',
    steps: [
      refresh('{refresh}', { status: 200, body: { refresh_token: '{refresh}' } }),
      { minutes: DAY - 1 },
      refresh('{refresh}', { status: 200, body: { refresh_token: '{refresh}' } }),
      { minutes: 1 },
      { ...refresh('{refresh}'), keep: { newer: 'refresh_token' } },
      { minutes: DAY + 1 },
      refresh('{refresh}', invalidGrant),
      refresh('{newer}'),
    ],
  },
  {
    rule: 'a consent ends after five years, however often it was renewed',
    from: 'OAuth',
    steps: [
      ...Array.from({ length: 18 }, (): Step[] => [
        { minutes: 99 * DAY },
        { ...refresh('{refresh}'), keep: { refresh: 'refresh_token' } },
      ]).flat(),
      { minutes: 60 * DAY },
      refresh('{refresh}', invalidGrant),
    ],
  },
  {
    rule: 'a token that is revoked opens nothing and renews nothing',
    from: 'OAuth',
    steps: [
      {
        send: 'POST /v2/oauth2/tokens/revoke',
        headers: { authorization: BASIC, 'content-type': 'application/json' },
        body: { token: '{refresh}' },
        answers: { status: 200 },
      },
      refresh('{refresh}', invalidGrant),
      preferences({ status: 401, says: ['3200 '] }),
    ],
  },
  {
    rule: '3200: the gateway refuses in lower case who has no valid token',
    from: 'Errors',
    steps: [
      {
        ...preferences({
          status: 401,
          body: { fault: { type: 'AUTHENTICATION', error: [{ code: '3200' }] } },
        }),
        headers: { authorization: 'Bearer invented', accept: 'application/json' },
      },
    ],
  },
  {
    rule: '3100: the gateway refuses the token of another company',
    from: 'Errors',
    steps: [
      {
        ...preferences({ status: 403, body: { fault: { error: [{ code: '3100' }] } } }),
        headers: { authorization: 'Bearer {baysideToken}', accept: 'application/json' },
      },
    ],
  },
  {
    rule: '120: a person who lost access shuts the app out',
    from: 'Errors',
    steps: [
      company({ access: 'none' }),
      preferences({ status: 403, body: { Fault: { type: 'AuthorizationFault' } }, says: ['120 '] }),
    ],
  },
]
