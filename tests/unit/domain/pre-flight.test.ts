import { describe, expect, it } from 'vitest'
import { buildBill } from '#lib/domain/build-bill.ts'
import { failureEntry, recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import type { ContactId } from '#lib/domain/ids.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import { preFlight } from '#lib/domain/pre-flight.ts'
import { anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'

interface Given {
  ledger?: LedgerKind
  invoice?: Invoice
  lists?: Record<string, unknown>
  outlet?: Record<string, unknown>
  contactId?: string
  unread?: true
}

const rules = {
  plan: 'QuickBooks Online Plus',
  keepsBills: true,
  booksClosedUntil: null,
  refusesUsedNumbers: true,
  taxInAmounts: false,
}
const vendor = (over: object) => ({ id: 'contact-1', name: 'Green Valley Produce', active: true, ...over })
const asset = (classes: string[]) => ({
  accounts: [
    {
      code: '310',
      name: 'Ovens',
      type: 'Fixed asset',
      class: 'asset',
      active: true,
      allowed: true,
      taxCode: null,
    },
  ],
  taxRates: [{ code: 'INPUT9', name: 'INPUT9', rate: '9', active: true, purchases: true, classes }],
})

function judged({ ledger = 'xero', invoice = anInvoice(), lists, outlet, contactId, unread }: Given) {
  const given = {
    invoice,
    outlet: anOutlet({ connection: { ...aConnection, ledger }, ...outlet }),
    lists: someLists(lists),
  }
  const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
  const built = unread ? null : buildBill({ ...given, mapping })
  if (built && !built.ok) throw new Error(built.failure.raw)
  return preFlight({
    ...given,
    bill: built?.bill ?? null,
    contactId: (contactId ?? null) as ContactId | null,
  })
}

const refusals: [sentence: string, given: Given, code: string][] = [
  ['the currency is not enabled', { invoice: anInvoice({ currency: 'USD' }) }, 'currency-not-enabled'],
  ['the contact is archived', { lists: { contacts: [vendor({ active: false })] } }, 'contact-archived'],
  ['the linked contact is not there', { contactId: 'gone' }, 'contact-not-found'],
  [
    'two contacts may be the supplier',
    {
      lists: {
        contacts: [
          vendor({ name: 'GREEN VALLEY produce' }),
          vendor({ id: 'b', name: 'Green-Valley Produce' }),
        ],
      },
    },
    'contact-ambiguous',
  ],
  ['the tax rate may not stand on the account', { lists: asset(['expense']) }, 'tax-not-allowed'],
  [
    'the tracking option is gone',
    { outlet: { tracking: { category: 'Outlet', option: 'Harbour' } } },
    'tracking-not-valid',
  ],
  [
    'the books are closed on its day',
    { ledger: 'quickbooks', lists: { rules: { ...rules, booksClosedUntil: '2026-11-02' } } },
    'books-closed',
  ],
  [
    'the plan keeps no bills',
    { ledger: 'quickbooks', lists: { rules: { ...rules, keepsBills: false } } },
    'plan-lacks-it',
  ],
  [
    'the vendor is kept in another currency',
    { ledger: 'quickbooks', lists: { contacts: [vendor({ currency: 'USD' })] } },
    'payables-currency',
  ],
  [
    'the vendor is inactive',
    { ledger: 'quickbooks', lists: { contacts: [vendor({ active: false })] } },
    'vendor-inactive',
  ],
  [
    'the company has no such currency',
    { ledger: 'quickbooks', invoice: anInvoice({ currency: 'USD' }) },
    'foreign-currency',
  ],
  [
    'the class is gone',
    { ledger: 'quickbooks', outlet: { tracking: { category: 'Class', option: 'Kitchen' } } },
    'class-or-location-unknown',
  ],
]

describe('pre-flight', () => {
  it('lets pass what the ledger would take', () => {
    expect(judged({})).toMatchObject({
      refused: [],
      warned: [],
      shortenedTo: null,
      fileTooLarge: null,
      contact: { kind: 'found' },
    })
    expect(judged({ lists: asset(['asset']) }).refused).toEqual([])
    expect(judged({ ledger: 'quickbooks', lists: { rules } }).refused).toEqual([])
  })

  it.each(refusals)('stops it where %s', (_, given, code) => {
    const { refused } = judged(given)
    expect(refused.map(failure => failure.code)).toEqual([code])
    expect(failureEntry(code).code).toBe(code)
  })

  it.each(refusals.filter(([, , code]) => code !== 'contact-ambiguous'))(
    'says it as the ledger would where %s',
    (_, given, code) => {
      const raw = judged(given).refused[0]?.raw ?? ''
      expect(recogniseFailure(given.ledger ?? 'xero', raw).code).toBe(code)
    },
  )

  it('leaves a new supplier to be created', () => {
    const { refused, contact } = judged({ lists: { contacts: [] } })
    expect([refused, contact.kind]).toEqual([[], 'none'])
  })

  it('judges an unread invoice by what its row tells', () => {
    expect(judged({ unread: true, lists: asset(['expense']) }).refused).toEqual([])
    const foreign = judged({ unread: true, invoice: anInvoice({ currency: 'USD', detail: null }) })
    expect(foreign.refused.map(({ code }) => code)).toEqual(['currency-not-enabled'])
  })

  it('takes a usual currency of a contact in Xero for no bound', () => {
    expect(judged({ lists: { contacts: [vendor({ currency: 'USD' })] } }).refused).toEqual([])
  })

  it.each([
    ['the last day of the locked period', { period: '2026-11-02', endOfYear: null }, 'period lock date'],
    ['within the locked year', { period: null, endOfYear: '2026-12-31' }, 'end of year lock date'],
  ])('warns of %s, which a draft passes', (_, lockDates, says) => {
    const { refused, warned } = judged({ lists: { lockDates } })
    expect(refused).toEqual([])
    expect(warned).toMatchObject([{ code: 'period-locked', raw: expect.stringContaining(says) }])
    expect(recogniseFailure('xero', warned[0]?.raw ?? '').code).toBe('period-locked')
  })

  it('does not warn of the day after', () => {
    expect(judged({ lists: { lockDates: { period: '2026-11-01', endOfYear: null } } }).warned).toEqual([])
  })

  it('notes a file that is larger than a ledger takes', () => {
    const withFile = (bytes?: number) => {
      const invoice = anInvoice()
      const file = { name: 'scan.pdf', url: 'https://app.example.com/scan.pdf', ...(bytes ? { bytes } : {}) }
      return { ...invoice, detail: invoice.detail && { ...invoice.detail, file } }
    }
    const large = 10 * 1024 * 1024 + 1
    expect(judged({ invoice: withFile(large) }).fileTooLarge).toEqual({ name: 'scan.pdf', bytes: large })
    expect(judged({ invoice: withFile(large - 1) }).fileTooLarge).toBeNull()
    expect(judged({ invoice: withFile() }).fileTooLarge).toBeNull()
  })

  it('notes that QuickBooks shortens a long number', () => {
    const long = anInvoice({ number: 'A-NUMBER-OF-22-LETTERS' })
    expect(judged({ ledger: 'quickbooks', invoice: long }).shortenedTo).toBe(21)
    expect(judged({ invoice: long }).shortenedTo).toBeNull()
  })
})
