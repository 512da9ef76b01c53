import { bill, control, enter, post, put, refusedChange, stands, type XeroRule } from './requests.ts'

const END_OF_YEAR =
  'The document date cannot be before the end of year lock date, currently set at 31-Jul-2013'
const PERIOD = 'The document date cannot be before the period lock date, currently set at 28-Feb-2026'

const locked = control('POST /organisations/{tenant}/lock-dates', {
  endOfYear: '2013-07-31',
  period: '2026-02-28',
})

/** Lock dates. Everything the sheet says of them can be shown. */
export const lockDates: readonly XeroRule[] = [
  {
    rule: 'an approved bill up to the end of year lock date is refused',
    from: 'Error texts',
    steps: [
      locked,
      put([bill({ Status: 'AUTHORISED', Date: '2013-07-31' })], { status: 200, says: [END_OF_YEAR] }),
    ],
  },
  {
    rule: 'an approved bill up to the period lock date is refused',
    from: 'Error texts',
    steps: [
      locked,
      put([bill({ Status: 'AUTHORISED', Date: '2026-02-28' })], { status: 200, says: [PERIOD] }),
    ],
  },
  {
    rule: 'an approved bill of the day after is taken',
    from: 'Error texts',
    steps: [locked, put([bill({ Status: 'AUTHORISED', Date: '2026-03-01' })], { status: 200, says: [] })],
  },
  {
    rule: 'a draft in a locked period is taken, and can then never be approved',
    from: 'Bills',
    steps: [
      locked,
      enter({ Date: '2026-02-01' }),
      refusedChange({ Status: 'AUTHORISED' }, PERIOD),
      stands({ Status: 'DRAFT' }),
    ],
  },
  {
    rule: 'a draft in a locked period can be approved once it is dated after it',
    from: 'Bills',
    steps: [
      locked,
      enter({ Date: '2026-02-01' }),
      post({ Status: 'AUTHORISED', Date: '2026-03-01' }, { status: 200, says: [] }),
      stands({ Status: 'AUTHORISED' }),
    ],
  },
]
