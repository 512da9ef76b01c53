import { api, bill, control, get, type QuickbooksRule, type Sent } from './requests.ts'

const read = get('/query?query=select * from Term', { status: 200 })
const THROTTLED = {
  status: 429,
  headers: { 'retry-after': null },
  body: {
    fault: {
      error: [{ message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429', code: '3001' }],
    },
  },
  says: ['3001 '],
}
const throttled: Sent = { ...read, answers: THROTTLED }
const item = (bId: string, over: object = {}) => ({
  bId,
  operation: 'create',
  Bill: bill({ DocNumber: bId, ...over }),
})
const batch = (items: unknown[]): Sent => ({
  ...api('POST /batch', { BatchItemRequest: items }),
  answers: { status: 200, says: [] },
})
const aSecond = 1 / 60
const wide = control('PATCH /limits', { second: 1000 })

/**
 * Limits and throttling. Not provable here: the 120 seconds after which a request ends (a sandbox is never that
 * slow by itself), the price of reads and their monthly allowance, and that a client waits 60 seconds, which is
 * ours to do.
 */
export const limits: readonly QuickbooksRule[] = [
  {
    rule: '10 requests a second, then 429 and 003001 in the lower case of the gateway, without a Retry-After',
    from: 'Limits and cost',
    published: true,
    steps: [{ ...read, times: 10 }, throttled, { minutes: aSecond }, read],
  },
  {
    rule: '500 requests a minute',
    from: 'Limits and cost',
    published: true,
    steps: [wide, { ...read, times: 500 }, throttled, { minutes: 1 }, read],
  },
  {
    rule: '10 requests at once',
    from: 'Limits and cost',
    published: true,
    steps: [
      wide,
      control('POST /faults', { times: 10, fault: { kind: 'delay', ms: 300 } }, 201),
      { together: 11, request: read, answers: { status: 200 }, last: THROTTLED },
      read,
    ],
  },
  {
    rule: '40 batches a minute, while other requests go on',
    from: 'Limits and cost',
    published: true,
    steps: [
      wide,
      { ...batch([{ bId: '1', Query: 'select * from Term' }]), times: 40 },
      { ...batch([{ bId: '1', Query: 'select * from Term' }]), answers: THROTTLED },
      read,
    ],
  },
  {
    rule: 'limits are each company’s own',
    from: 'Limits and cost',
    published: true,
    steps: [
      { ...read, times: 10 },
      throttled,
      { ...api('GET /preferences', undefined, 'bayside'), answers: { status: 200 } },
    ],
  },
  {
    rule: 'a batch holds 30 payloads at most, and is refused whole with more',
    from: 'Limits and cost',
    steps: [
      {
        ...batch(Array.from({ length: 31 }, (_, index) => item(`b${index}`))),
        answers: { status: 400, says: [/30/] },
      },
      get('/query?query=select count(*) from Bill', {
        status: 200,
        body: { QueryResponse: { totalCount: 0 } },
      }),
      batch(Array.from({ length: 30 }, (_, index) => item(`b${index}`))),
      get('/query?query=select count(*) from Bill', {
        status: 200,
        body: { QueryResponse: { totalCount: 30 } },
      }),
    ],
  },
]
