import type { Step } from '../rule.ts'
import { control, get, tokens, type XeroRule } from './requests.ts'

const REDIRECT = encodeURIComponent('http://localhost:9/callback')
const authorize = (scope: string): string =>
  `GET /identity/connect/authorize?response_type=code&client_id=sandbox-client&redirect_uri=${REDIRECT}&state=abc&scope=${encodeURIComponent(scope)}`
const GRANULAR =
  'offline_access openid profile email accounting.invoices accounting.contacts accounting.settings.read accounting.attachments'

/** A person goes through the consent for one organisation; gives `{code}`. */
const consent = (organisation: string): Step[] => [
  { send: authorize(GRANULAR), answers: { status: 200 }, keep: { ticket: /name="ticket" value="([^"]+)"/ } },
  {
    send: 'POST /identity/connect/consent',
    form: { ticket: '{ticket}', answer: 'allow', organisation },
    answers: { status: 302, headers: { location: /^http:\/\/localhost:9\/callback\?.*state=abc/ } },
    keep: { code: /[?&]code=([^&\s]+)/ },
  },
]
const refresh = (refresh_token: string, answers = { status: 200 } as Parameters<typeof tokens>[1]) =>
  tokens({ grant_type: 'refresh_token', refresh_token }, answers)
const invalidGrant = { status: 400, body: { error: 'invalid_grant' } }
const bearer = { headers: { authorization: 'Bearer {token}' } }
const DAY = 24 * 60

/**
 * OAuth 2: consent, tokens, connections. Not provable here: the names of the hosts (a sandbox has one of its own),
 * when an app was created, and the locks that our server holds while it refreshes.
 */
export const oauth: readonly XeroRule[] = [
  {
    rule: 'authorize and token endpoints lie where the ledger has them, and no PKCE is asked of a confidential app',
    from: 'OAuth 2',
    steps: [
      ...consent('{tenant}'),
      tokens(
        { grant_type: 'authorization_code', code: '{code}', redirect_uri: '{redirect}' },
        { status: 200, body: { token_type: 'Bearer', expires_in: 1800, refresh_token: /./, id_token: /\./ } },
      ),
    ],
  },
  {
    rule: 'the granular scopes are granted as asked',
    from: 'OAuth 2',
    steps: [
      ...consent('{tenant}'),
      tokens(
        { grant_type: 'authorization_code', code: '{code}', redirect_uri: '{redirect}' },
        { status: 200, body: { scope: GRANULAR } },
      ),
    ],
  },
  {
    rule: 'accounting.transactions is refused, and nobody is sent anywhere',
    from: 'OAuth 2',
    steps: [
      {
        send: authorize('openid accounting.transactions'),
        answers: { status: 400, headers: { location: null }, text: /accounting\.transactions/ },
      },
    ],
  },
  {
    rule: 'an access token lasts 30 minutes',
    from: 'OAuth 2',
    steps: [
      { minutes: 29 },
      get('/Organisation', { status: 200 }),
      { minutes: 1 },
      get('/Organisation', { status: 401, says: ['TokenExpired'] }),
    ],
  },
  {
    rule: 'a refresh token rotates, and the one before works for 30 minutes more, in case its answer was lost',
    from: 'OAuth 2',
    steps: [
      { ...refresh('{refresh}'), keep: { newer: 'refresh_token' } },
      { minutes: 29 },
      refresh('{refresh}'),
      { minutes: 2 },
      refresh('{refresh}', invalidGrant),
      refresh('{newer}'),
    ],
  },
  {
    rule: 'a refresh whose answer was lost may be asked for again',
    from: 'OAuth 2',
    steps: [
      control(
        'POST /faults',
        { match: { path: '^/connect/token' }, fault: { kind: 'drop-after-commit' } },
        201,
      ),
      { lost: refresh('{refresh}') },
      refresh('{refresh}'),
    ],
  },
  {
    rule: 'a refresh token is good for 60 days',
    from: 'OAuth 2',
    steps: [{ minutes: 60 * DAY - 1 }, refresh('{refresh}')],
  },
  {
    rule: 'a refresh token is no good after 60 days',
    from: 'OAuth 2',
    steps: [{ minutes: 60 * DAY }, refresh('{refresh}', invalidGrant)],
  },
  {
    rule: 'a token that nobody gave is an invalid_grant',
    from: 'OAuth 2',
    steps: [refresh('invented', invalidGrant)],
  },
  {
    rule: 'one token opens every organisation that was chosen',
    from: 'OAuth 2',
    steps: [
      get('/Organisation', { status: 200, body: { Organisations: [{ BaseCurrency: 'SGD' }] } }),
      get(
        '/Organisation',
        { status: 200, body: { Organisations: [{ BaseCurrency: 'EUR' }] } },
        { 'xero-tenant-id': '{canal}' },
      ),
    ],
  },
  {
    rule: 'connections are listed, and deleting one (204) closes that organisation and no other',
    from: 'OAuth 2',
    steps: [
      {
        send: 'GET /connections',
        ...bearer,
        answers: {
          status: 200,
          body: [{ tenantId: '{tenant}' }, { tenantId: '{orchard}' }, { tenantId: '{canal}' }],
        },
        keep: { connection: '0.id' },
      },
      { send: 'DELETE /connections/{connection}', ...bearer, answers: { status: 204, text: '' } },
      { send: 'DELETE /connections/{connection}', ...bearer, answers: { status: 404 } },
      {
        send: 'GET /connections',
        ...bearer,
        answers: { status: 200, body: [{ tenantId: '{orchard}' }, { tenantId: '{canal}' }] },
      },
      get('/Organisation', { status: 403 }),
      get('/Organisation', { status: 200 }, { 'xero-tenant-id': '{orchard}' }),
    ],
  },
]
