import {
  bill,
  enter,
  person,
  post,
  put,
  refusedChange,
  type Section,
  stands,
  type XeroRule,
} from './requests.ts'

type Status = 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'VOIDED' | 'DELETED'

export const NOT_VALID = 'Invoice not of valid status for modification'
const ALLOCATED = 'This document cannot be edited as it has a payment or credit note allocated to it.'
const hasPayments = (to: string): string =>
  `The status ${to} cannot be applied to the invoice because it has payments or credit notes allocated to it.`

const all: readonly Status[] = ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'VOIDED', 'DELETED']

/** Where an app may move a bill from each status; to where it is already counts as an edit. */
const moves: Record<Status, readonly Status[]> = {
  DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  SUBMITTED: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  AUTHORISED: ['AUTHORISED', 'VOIDED'],
  VOIDED: [],
  DELETED: [],
}

/** How a bill comes to a status by a person's hand. */
const reach: Record<Status, readonly Status[]> = {
  DRAFT: [],
  SUBMITTED: ['SUBMITTED'],
  AUTHORISED: ['AUTHORISED'],
  VOIDED: ['AUTHORISED', 'VOIDED'],
  DELETED: ['DELETED'],
}

const broughtTo = (status: Status) => [enter(), ...reach[status].map(one => person({ status: one }))]

const matrix = all.flatMap(from =>
  all.map((to): XeroRule => {
    const allowed = moves[from].includes(to)
    return {
      rule: `${from} → ${to} is ${allowed ? 'taken' : 'refused'}`,
      from: 'Bills',
      steps: [
        ...broughtTo(from),
        allowed
          ? post({ Status: to }, { status: 200, body: { Invoices: [{ Status: to }] }, says: [] })
          : refusedChange({ Status: to }, NOT_VALID),
        stands({ Status: allowed ? to : from }),
      ],
    }
  }),
)

const edit = { InvoiceNumber: '2' }
const shape: Section = 'What must shape the code'

const edits: readonly XeroRule[] = [
  ...(['DRAFT', 'SUBMITTED'] as const).map(
    (status): XeroRule => ({
      rule: `a ${status} bill can be edited in full, lines included`,
      from: 'Bills',
      steps: [
        ...broughtTo(status),
        post(
          { ...bill(edit), Status: status, LineItems: [{ LineAmount: 7, AccountCode: '311' }] },
          { status: 200 },
        ),
        stands({ Status: status, InvoiceNumber: '2', LineItems: [{ LineAmount: 7, AccountCode: '311' }] }),
      ],
    }),
  ),
  {
    rule: 'an approved bill with nothing applied is edited by who leaves Status out',
    from: shape,
    steps: [
      ...broughtTo('AUTHORISED'),
      post(edit, { status: 200 }),
      stands({ Status: 'AUTHORISED', ...edit, LineItems: [{ Description: 'Romaine', LineAmount: 10 }] }),
    ],
  },
  {
    rule: 'Status DRAFT keeps an approved bill from being edited',
    from: shape,
    steps: [
      ...broughtTo('AUTHORISED'),
      refusedChange({ ...edit, Status: 'DRAFT' }, NOT_VALID),
      stands({ Status: 'AUTHORISED', InvoiceNumber: '1001' }),
    ],
  },
  {
    rule: 'Status DRAFT pulls a submitted bill out of the approval queue',
    from: shape,
    steps: [
      ...broughtTo('SUBMITTED'),
      post({ Status: 'DRAFT' }, { status: 200 }),
      stands({ Status: 'DRAFT' }),
    ],
  },
  {
    rule: 'a draft deleted by hand is refused in the same words as an approved bill; reading tells them apart',
    from: 'Bills',
    steps: [
      ...broughtTo('DELETED'),
      refusedChange({ ...edit, Status: 'DRAFT' }, NOT_VALID),
      stands({ Status: 'DELETED' }),
    ],
  },
  {
    rule: 'a bill cannot begin paid, voided or deleted',
    from: 'Bills',
    steps: ['PAID', 'VOIDED', 'DELETED'].map(Status =>
      put([bill({ Status })], { status: 200, says: [NOT_VALID] }),
    ),
  },
]

const paid = [...broughtTo('AUTHORISED'), person({ status: 'PAID' })]
const partPaid = [...broughtTo('AUTHORISED'), person({ amount: '3.00' })]

const payments: readonly XeroRule[] = [
  {
    rule: 'a paid bill cannot be edited',
    from: 'Error texts',
    steps: [...paid, refusedChange(edit, ALLOCATED), stands({ Status: 'PAID', InvoiceNumber: '1001' })],
  },
  {
    rule: 'a partly paid bill cannot be edited',
    from: 'Bills',
    steps: [...partPaid, refusedChange(edit, ALLOCATED), stands({ AmountPaid: 3, InvoiceNumber: '1001' })],
  },
  {
    rule: 'a paid bill cannot become a draft, and both words say so',
    from: 'Error texts',
    steps: [...paid, refusedChange({ Status: 'DRAFT' }, NOT_VALID, ALLOCATED), stands({ Status: 'PAID' })],
  },
  ...['DRAFT', 'SUBMITTED', 'AUTHORISED'].map(
    (to): XeroRule => ({
      rule: `a bill with a payment cannot be set to ${to}`,
      from: 'Error texts',
      steps: [
        ...partPaid,
        refusedChange({ Status: to }, hasPayments(to), ALLOCATED),
        stands({ Status: 'AUTHORISED' }),
      ],
    }),
  ),
  {
    rule: 'a bill whose payment was taken back can be edited again',
    from: 'Bills',
    steps: [...paid, person({ removePayments: true }), post(edit, { status: 200 }), stands({ ...edit })],
  },
]

/**
 * Status rules. Not provable here: that a bill with a supplier credit applied is refused like a paid one, because
 * the sandbox applies no credits to bills.
 */
export const status: readonly XeroRule[] = [...matrix, ...edits, ...payments]
