import {
  api,
  bill,
  company,
  control,
  enter,
  get,
  line,
  type QuickbooksRule,
  query,
  refused,
  stands,
  update,
} from './requests.ts'

const classed = { Line: [line({ ClassRef: { value: '{klass}' } })] }
const located = { DepartmentRef: { value: '{department}' } }
const items = {
  Line: [{ Amount: 1, DetailType: 'ItemBasedExpenseLineDetail', ItemBasedExpenseLineDetail: {} }],
}
const UNSUPPORTED = '5030 Feature Not Supported Error'
const close = (date: string | null) => control('POST /companies/{realm}/close-date', { date })
const closeDate = (expected: object, without: readonly string[] = []) =>
  get('/preferences', { status: 200, body: { Preferences: { AccountingInfoPrefs: expected } }, without })

type Gate = [plan: string, what: string, over: Record<string, unknown>, taken: boolean]
const gates: readonly Gate[] = [
  ['simple-start', 'bills', {}, false],
  ['essentials', 'bills with account lines', {}, true],
  ['essentials', 'item lines', items, false],
  ['essentials', 'classes', classed, false],
  ['essentials', 'locations', located, false],
  ['plus', 'classes', classed, true],
  ['plus', 'locations', located, true],
  ['advanced', 'classes', classed, true],
  ['advanced', 'locations', located, true],
]

/** Plans, subscriptions and closed books. Not provable here: item lines on Plus, because the sandbox has no items. */
export const plansAndClosedBooks: readonly QuickbooksRule[] = [
  ...gates.map(
    ([plan, what, over, taken]): QuickbooksRule => ({
      rule: `${plan} has ${taken ? '' : 'no '}${what}`,
      from: 'Bill',
      steps: [company({ plan }), ...(taken ? [enter(over)] : refused(over, UNSUPPORTED))],
    }),
  ),
  {
    rule: '6190: when the subscription has ended, nothing can be written and everything read',
    from: 'Errors',
    steps: [
      enter(),
      company({ subscription: 'ended' }),
      {
        ...api('POST /bill', bill({ DocNumber: '2' })),
        answers: { status: 400, says: ['6190 Invalid Company Status : Subscription period has ended'] },
      },
      query('select count(*) from Bill', { totalCount: 1 }),
    ],
  },
  {
    rule: '6210: nothing can be dated into closed books, the close date included',
    from: 'Errors',
    steps: [
      close('2026-03-01'),
      ...refused({ TxnDate: '2026-03-01' }, '6210 The account period has closed'),
      enter({ TxnDate: '2026-03-02' }),
      update({ TxnDate: '2026-03-01' }, { status: 400, says: ['6210 '] }),
    ],
  },
  {
    rule: '6200: what stands in closed books can be neither changed nor deleted',
    from: 'Errors',
    steps: [
      enter(),
      close('2026-03-01'),
      update({ TxnDate: '2026-03-05' }, { status: 400, says: ['6200 Account Period Closed'] }),
      {
        ...api('POST /bill?operation=delete', { Id: '{bill}', SyncToken: '0' }),
        answers: { status: 400, says: ['6200 Account Period Closed'] },
      },
      stands({ TxnDate: '2026-03-01', SyncToken: '0' }),
    ],
  },
  {
    rule: 'BookCloseDate of the preferences predicts closed books',
    from: 'Errors',
    steps: [
      closeDate({}, ['Preferences.AccountingInfoPrefs.BookCloseDate']),
      close('2026-03-01'),
      closeDate({ BookCloseDate: '2026-03-01' }),
      close(null),
      enter(),
    ],
  },
]
