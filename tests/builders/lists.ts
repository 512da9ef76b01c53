import { LedgerLists } from '#lib/domain/ledger-lists.ts'

const account = (code: string, name: string, over = {}) => ({
  code,
  name,
  type: 'Direct costs',
  active: true,
  allowed: true,
  taxCode: 'INPUT9',
  ...over,
})

const rate = (code: string, percent: string, over = {}) => ({
  code,
  name: code,
  rate: percent,
  active: true,
  purchases: true,
  ...over,
})

/** A small Singapore chart: 310 vegetables, 311 meat, 390 archived, 800 payables; 9 % and 0 %, 7 % archived. */
export function someLists(over: Record<string, unknown> = {}): LedgerLists {
  return LedgerLists.parse({
    organisation: { id: 'org-1', name: 'Harbour Street Kitchen Pte Ltd', currency: 'SGD' },
    accounts: [
      account('310', 'Vegetables'),
      account('311', 'Meat'),
      account('390', 'Old purchases', { active: false }),
      account('800', 'Accounts payable', { allowed: false }),
    ],
    taxRates: [
      rate('INPUT9', '9'),
      rate('ZERO', '0'),
      rate('INPUT7', '7', { active: false }),
      rate('OUTPUT25', '25', { purchases: false }),
    ],
    contacts: [{ id: 'contact-1', name: 'Green Valley Produce', active: true }],
    tracking: [],
    currencies: ['SGD'],
    fetchedAt: '2026-11-03T00:00:00.000Z',
    ...over,
  })
}
