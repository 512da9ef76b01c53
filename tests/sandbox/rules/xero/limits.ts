import { api, control, get, type XeroRule } from './requests.ts'

const call = get('/Currencies', { status: 200 })
const remaining = (day: string, minute: string, app: string) => ({
  'X-DayLimit-Remaining': day,
  'x-minlimit-remaining': minute,
  'X-APPMINLIMIT-REMAINING': app,
})
const refusedBy = (problem: string, wait: string | null) =>
  get('/Currencies', { status: 429, headers: { 'x-rate-limit-problem': problem, 'retry-after': wait } })

/**
 * Limits, headers and throttling. Not provable here: tiers, their prices and the Starter tier's 1,000 calls a day
 * (a sandbox is on no tier), what may be done with the data, and how a client waits (that is ours, not the
 * ledger's). The day and app ceilings are shown by what remains of them after one call, and by lower ones.
 */
export const limits: readonly XeroRule[] = [
  {
    rule: '5,000 calls a day, 60 a minute, 10,000 a minute for the app: each answer says what remains',
    from: 'Limits and cost',
    published: true,
    steps: [
      get('/Currencies', { status: 200, headers: remaining('4999', '59', '9999') }),
      get('/Currencies', { status: 200, headers: remaining('4998', '58', '9998') }),
    ],
  },
  {
    rule: 'the 61st call of a minute is refused with how many seconds to wait',
    from: 'Limits and cost',
    published: true,
    steps: [{ ...call, times: 60 }, { minutes: 0.5 }, refusedBy('minute', '30'), { minutes: 0.5 }, call],
  },
  {
    rule: 'the sixth call at once is refused, without saying when to come back',
    from: 'Limits and cost',
    published: true,
    steps: [
      control('POST /faults', { fault: { kind: 'delay', ms: 700 }, times: 5 }, 201),
      {
        together: 6,
        request: api('GET /Currencies'),
        answers: { status: 200 },
        last: { status: 429, headers: { 'x-rate-limit-problem': 'concurrent', 'retry-after': null } },
      },
      call,
    ],
  },
  {
    rule: 'a day that is used up says how long it lasts, and is over after 24 hours',
    from: 'Limits and cost',
    published: true,
    steps: [
      control('PATCH /limits', { day: 1 }),
      call,
      refusedBy('day', '86400'),
      control('POST /expire-tokens', undefined, 204),
      { minutes: 24 * 60 },
      {
        send: 'POST /connect/token',
        form: {
          client_id: 'sandbox-client',
          client_secret: 'sandbox-secret',
          grant_type: 'refresh_token',
          refresh_token: '{refresh}',
        },
        answers: { status: 200 },
        keep: { token: 'access_token' },
      },
      call,
    ],
  },
  {
    rule: 'each organisation has its own minute, and the app one over all',
    from: 'Limits and cost',
    published: true,
    steps: [
      control('PATCH /limits', { minute: 2, appMinute: 3 }),
      { ...call, times: 2 },
      refusedBy('minute', '60'),
      get('/Currencies', { status: 200 }, { 'xero-tenant-id': '{orchard}' }),
      get(
        '/Currencies',
        { status: 429, headers: { 'x-rate-limit-problem': 'appminute' } },
        { 'xero-tenant-id': '{orchard}' },
      ),
    ],
  },
  {
    rule: 'a write and a read count alike',
    from: 'Limits and cost',
    published: true,
    steps: [
      { ...api('PUT /Contacts', { Contacts: [{ Name: 'New Farm' }] }), answers: { status: 200 } },
      get('/Currencies', { status: 200, headers: { 'x-minlimit-remaining': '58' } }),
    ],
  },
]
