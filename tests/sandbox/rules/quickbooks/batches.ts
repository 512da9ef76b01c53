import type { Expected } from '../rule.ts'
import { api, bill, billsAre, control, enter, type QuickbooksRule, type Sent } from './requests.ts'

const item = (bId: string, over: object = {}) => ({
  bId,
  operation: 'create',
  Bill: bill({ DocNumber: bId, ...over }),
})
const batch = (items: unknown[], answers: Expected): Sent => ({
  ...api('POST /batch', { BatchItemRequest: items }),
  answers,
})

/** Batches. Their limits stand with the limits, and the `requestid` of a batch with the other ones. */
export const batches: readonly QuickbooksRule[] = [
  {
    rule: 'items are independent: one that is refused leaves the others be, and each is known by its bId',
    from: 'Limits and cost',
    steps: [
      batch(
        [
          item('a'),
          item('b', { VendorRef: { value: '999' } }),
          { bId: 'c', Query: 'select count(*) from Bill' },
        ],
        {
          status: 200,
          body: {
            BatchItemResponse: [
              { bId: 'a', Bill: { DocNumber: 'a' } },
              { bId: 'b', Fault: { Error: [{ code: '2500' }], type: 'ValidationFault' } },
              { bId: 'c', QueryResponse: { totalCount: 1 } },
            ],
          },
          says: ['2500 '],
        },
      ),
      billsAre('a'),
    ],
  },
  {
    rule: 'items may be answered in another order',
    from: 'Limits and cost',
    steps: [
      control('PATCH /settings', { batchOrder: 'reversed' }),
      batch([item('a'), item('b')], {
        status: 200,
        body: { BatchItemResponse: [{ bId: 'b' }, { bId: 'a' }] },
      }),
    ],
  },
  {
    rule: 'a batch updates what it finds current, and refuses the item that is stale',
    from: 'Limits and cost',
    steps: [
      enter(),
      batch(
        ['u', 's'].map(bId => ({
          bId,
          operation: 'update',
          Bill: bill({ Id: '{bill}', SyncToken: '0', PrivateNote: bId }),
        })),
        {
          status: 200,
          body: {
            BatchItemResponse: [
              { bId: 'u', Bill: { SyncToken: '1', PrivateNote: 'u' } },
              { bId: 's', Fault: { Error: [{ code: '5010' }] } },
            ],
          },
        },
      ),
    ],
  },
  {
    rule: 'a bId has 10 characters at most',
    from: 'Limits and cost',
    steps: [
      batch([item('x'.repeat(11))], { status: 400 }),
      billsAre(),
      batch([item('x'.repeat(10))], { status: 200, says: [] }),
    ],
  },
]
