import type { Expected } from '../rule.ts'
import { api, bill, control, enter, get, person, type QuickbooksRule, query, type Sent } from './requests.ts'

const refusedQuery = (text: string, says: string): Sent =>
  get(`/query?query=${encodeURIComponent(text)}`, { status: 400, says: [says] })
const changed = (entities: string, since: string, answers: Expected): Sent =>
  get(`/cdc?entities=${entities}&changedSince=${since}`, answers)
const gives = (...QueryResponse: object[]): Expected => ({
  status: 200,
  body: { CDCResponse: [{ QueryResponse }] },
})
const many: Sent[] = Array.from({ length: 34 }, (_, turn) => ({
  ...api('POST /batch', {
    BatchItemRequest: Array.from({ length: 30 }, (_, index) => ({
      bId: `b${index}`,
      operation: 'create',
      Bill: bill({ DocNumber: `${turn}-${index}` }),
    })),
  }),
  answers: { status: 200, says: [] },
}))

/**
 * Reading back. Not provable here: webhooks, which the sandbox does not send; `webhooks.test.ts` holds what our
 * server makes of them.
 */
export const reading: readonly QuickbooksRule[] = [
  {
    rule: 'CDC tells what was changed and what was deleted, by entity',
    from: 'Reading back',
    steps: [
      enter({ DocNumber: 'old' }),
      enter({ DocNumber: 'gone' }),
      { minutes: 10 },
      { ...api('POST /bill?operation=delete', { Id: '{bill}', SyncToken: '0' }), answers: { status: 200 } },
      enter({ DocNumber: 'new' }),
      control('PATCH /companies/{realm}/vendors/{second}', { active: false }),
      changed(
        'Bill,Vendor,Account',
        '2026-03-10T09:05:00Z',
        gives(
          {
            Bill: [
              { Id: '{bill}', DocNumber: 'new' },
              { Id: /^\d+$/, status: 'Deleted' },
            ],
          },
          { Vendor: [{ Id: '{second}', Active: false }] },
          {},
        ),
      ),
    ],
  },
  {
    rule: 'CDC shows a payment on the bill that it paid',
    from: 'Reading back',
    steps: [
      enter(),
      { minutes: 10 },
      person({ status: 'PAID' }),
      changed('Bill', '2026-03-10T09:05:00Z', gives({ Bill: [{ Id: '{bill}', Balance: 0 }] })),
    ],
  },
  {
    rule: 'CDC reaches 30 days back, and no further',
    from: 'Reading back',
    steps: [
      changed('Bill', '2026-02-08T09:00:00Z', { status: 200 }),
      changed('Bill', '2026-02-08T08:59:00Z', { status: 400, says: [/30 days/] }),
    ],
  },
  {
    rule: 'CDC and a query give 1000 objects at most',
    from: 'Reading back',
    steps: [
      ...many,
      query('select count(*) from Bill', { totalCount: 1020 }),
      changed('Bill', '2026-03-10T00:00:00Z', gives({ maxResults: 1000 })),
      query('select * from Bill maxresults 1001', { startPosition: 1, maxResults: 1000 }),
    ],
  },
  {
    rule: 'AND joins conditions',
    from: 'Reading back',
    steps: [
      enter({ DocNumber: 'a', TxnDate: '2026-03-01' }),
      enter({ DocNumber: 'b', TxnDate: '2026-03-02' }),
      query("select * from Bill where DocNumber in ('a', 'b') and TxnDate > '2026-03-01'", {
        Bill: [{ DocNumber: 'b' }],
      }),
    ],
  },
  {
    rule: 'there is no OR',
    from: 'Reading back',
    steps: [
      refusedQuery("select * from Bill where DocNumber = '1' or DocNumber = '2'", '4000 QueryParserError'),
    ],
  },
  {
    rule: 'a quote is escaped by a backslash, and ends the text without one',
    from: 'Reading back',
    steps: [
      { ...api('POST /vendor', { DisplayName: "O'Hara" }), answers: { status: 200 } },
      query("select * from Vendor where DisplayName = 'O\\'Hara'", { Vendor: [{ DisplayName: "O'Hara" }] }),
      refusedQuery("select * from Vendor where DisplayName = 'O'Hara'", '4000 QueryParserError'),
    ],
  },
]
