import type { Expected } from '../rule.ts'
import { api, bill, billsAre, control, type QuickbooksRule, type Sent } from './requests.ts'

const send = (requestid: string, answers: Expected, over: Record<string, unknown> = {}): Sent => ({
  ...api(`POST /bill?minorversion=75&requestid=${requestid}`, bill(over)),
  answers,
})
const first = { ...send('order-7', { status: 200 }), keep: { answer: 'text' } }
const batch = (requestid: string, bId: string, answers: Expected): Sent => ({
  ...api(`POST /batch?requestid=${requestid}`, {
    BatchItemRequest: [{ bId, operation: 'create', Bill: bill({ DocNumber: bId }) }],
  }),
  answers,
})

/**
 * `requestid`. Not provable here: that a 5xx which the ledger itself gives is not remembered, because a sandbox has
 * none of its own (a planned one comes before anything is remembered); and that it is stored before it is sent,
 * which is ours to do.
 */
export const requestids: readonly QuickbooksRule[] = [
  {
    rule: 'a repeat returns the original response, and enters nothing twice',
    from: 'Limits and cost',
    steps: [first, send('order-7', { status: 200, text: '{answer}' }), billsAre('1001')],
  },
  {
    rule: 'a repeat returns the original response whatever it asks for itself',
    from: 'Limits and cost',
    steps: [
      first,
      send('order-7', { status: 200, text: '{answer}' }, { DocNumber: '2002' }),
      billsAre('1001'),
    ],
  },
  {
    rule: 'a requestid still holds an hour later',
    from: 'Limits and cost',
    steps: [first, { minutes: 59 }, send('order-7', { status: 200, text: '{answer}' }), billsAre('1001')],
  },
  {
    rule: 'a requestid is the company’s own: in another it is a new one',
    from: 'Limits and cost',
    steps: [
      first,
      {
        ...api(
          'POST /bill?requestid=order-7',
          bill({
            Line: [
              {
                Amount: 1,
                DetailType: 'AccountBasedExpenseLineDetail',
                AccountBasedExpenseLineDetail: { AccountRef: { value: '{food}' } },
              },
            ],
          }),
          'bayside',
        ),
        answers: { status: 200, body: { Bill: { TotalAmt: 1 } } },
      },
    ],
  },
  {
    rule: 'after a definite refusal the same requestid is refused again, so a new one is needed',
    from: 'Limits and cost',
    steps: [
      {
        ...send('order-7', { status: 400, says: ['2500 '] }, { VendorRef: { value: '999' } }),
        keep: { answer: 'text' },
      },
      send('order-7', { status: 400, text: '{answer}' }),
      billsAre(),
      send('order-7b', { status: 200 }),
      billsAre('1001'),
    ],
  },
  ...[
    ['a 503', { kind: 'status', status: 503 }, 503],
    ['a 429', { kind: 'status', status: 429 }, 429],
  ].map(
    ([what, fault, status]): QuickbooksRule => ({
      rule: `after ${what} that did nothing the same requestid enters the bill`,
      from: 'Limits and cost',
      steps: [
        control('POST /faults', { match: { method: 'POST' }, fault }, 201),
        send('order-7', { status: Number(status) }),
        billsAre(),
        send('order-7', { status: 200 }),
        billsAre('1001'),
      ],
    }),
  ),
  {
    rule: 'what was entered although its answer was lost is told under its requestid, and not entered again',
    from: 'Limits and cost',
    steps: [
      control('POST /faults', { match: { method: 'POST' }, fault: { kind: 'drop-after-commit' } }, 201),
      { lost: first },
      billsAre('1001'),
      send('order-7', { status: 200, body: { Bill: { DocNumber: '1001' } } }),
      billsAre('1001'),
    ],
  },
  {
    rule: 'a requestid has 50 characters at most',
    from: 'Limits and cost',
    steps: [
      send('x'.repeat(51), { status: 400, says: [/^2050 .*Max:50/] }),
      billsAre(),
      send('x'.repeat(50), { status: 200 }),
    ],
  },
  {
    rule: 'the requestid of a batch has 36 characters at most',
    from: 'Limits and cost',
    steps: [
      batch('x'.repeat(37), 'a', { status: 400, says: [/^2050 .*Max:36/] }),
      billsAre(),
      batch('x'.repeat(36), 'a', { status: 200, says: [] }),
    ],
  },
  {
    rule: 'a batch repeated returns the original response',
    from: 'Limits and cost',
    steps: [
      { ...batch('q', 'a', { status: 200 }), keep: { answer: 'text' } },
      batch('q', 'b', { status: 200, text: '{answer}' }),
      billsAre('a'),
    ],
  },
]
