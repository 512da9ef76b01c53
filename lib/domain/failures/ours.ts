import type { FailureEntry } from '../failure.ts'

const ours = (entry: Omit<FailureEntry, 'ledger' | 'matches'>): FailureEntry => ({
  ledger: 'any',
  matches: null,
  ...entry,
})

/** What we ourselves refuse, before or after the ledger was asked. */
export const ourEntries: readonly FailureEntry[] = [
  ours({
    code: 'totals-differ',
    title: 'The totals do not agree',
    says: 'The bill would not come to the invoice’s total to the cent, so it was not left in the books unnoticed. Both totals are below.',
    who: 'clerk',
    fixes: ['open-bill', 'retry'],
    retryable: false,
    source: 'DESIGN.md, The assessment',
  }),
  ours({
    code: 'asks-first',
    title: 'The bill is posted, and says something else',
    says: 'It stands in the books already, unpaid. Updating it changes the books at once, so we ask first.',
    who: 'clerk',
    fixes: ['confirm-resync', 'open-bill'],
    retryable: false,
    source: 'facts/qbo.md, Bill',
  }),
  ours({
    code: 'unmapped',
    title: 'Something on this invoice is not mapped',
    says: 'Each product needs a group, and each group an account.',
    who: 'clerk',
    fixes: ['assign-group', 'map-account', 'retry'],
    retryable: false,
    source: 'facts/errors.md #27',
  }),
  ours({
    code: 'tax-rate-missing',
    title: 'The ledger has no such tax rate',
    says: 'No active purchase tax rate in the ledger has this percentage. Add it there, refresh the lists, then retry.',
    who: 'accountant',
    fixes: ['retry', 'hand-off'],
    retryable: false,
    source: 'DESIGN.md, Money',
  }),
  ours({
    code: 'tax-rate-ambiguous',
    title: 'Which tax rate is meant?',
    says: 'The ledger has this percentage for special purchases alone, such as imports or reverse charges. If one of them is meant, choose it for the outlet in the options; nothing is guessed.',
    who: 'accountant',
    fixes: ['retry', 'hand-off'],
    retryable: false,
    source: 'docs/money.md, Tax codes',
  }),
  ours({
    code: 'contact-ambiguous',
    title: 'Several contacts may be this supplier',
    says: 'The ledger has more than one contact that is written like it. Say which one it is; nothing is guessed.',
    who: 'clerk',
    fixes: ['link-contact', 'retry'],
    retryable: false,
    source: 'facts/errors.md #9',
  }),
  ours({
    code: 'page-refused',
    title: 'Foodrazor’s own export failed',
    says: 'Foodrazor’s integration was refused; its own words are below.',
    who: 'clerk',
    fixes: ['use-page-control'],
    retryable: true,
    source: 'facts/foodrazor.md',
  }),
  ours({
    code: 'not-understood',
    title: 'Our server did not understand this invoice',
    says: 'A field of the invoice is not as expected; the server says which. Nothing was sent to the ledger.',
    who: 'clerk',
    fixes: ['retry'],
    retryable: false,
    source: 'DESIGN.md, Bad input',
  }),
]
