import { describe, expect, it } from 'vitest'
import { askFirst } from '#lib/domain/ask-first.ts'
import { assess } from '#lib/domain/assess.ts'
import type { Fix } from '#lib/domain/fix.ts'
import type { ContentHash } from '#lib/domain/ids.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { inWords } from '#lib/domain/wording.ts'
import { say } from '#lib/words/say.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { anInvoice } from '#tests/builders/invoice.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'

/** It comes to 10.90. */
const invoice = anInvoice()
const content = invoiceContent(invoice)
const earlier = 'e'.repeat(64) as ContentHash
const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
const approved = aBill({ state: 'approved', total: '8.72' })
const correction = aBill({ id: 'bill-2', number: 'INV-1001 / correction 1', total: '2.18' })

const concluded = (says: ContentHash, over: Record<string, unknown>, outlet = anOutlet()) =>
  assess({ invoice, outlet, mapping, export: aPostedExport(says, { bill: approved, ...over }) })
const differenceOf = ({ fixes }: { fixes: Fix[] }) => fixes.find(fix => fix.kind === 'send-difference')

describe('the difference to send', () => {
  it.each([
    ['what the invoice says more', { total: '8.72' }, [], '2.18'],
    ['what it says less', { total: '12.00' }, [], '-1.10'],
    ['less what a correction says already', { total: '8.00' }, [correction], '0.72'],
    ['but for one that is gone', { total: '8.72' }, [{ ...correction, state: 'deleted' }], '2.18'],
    ['and with what a credit took away', { total: '13.08' }, [{ ...correction, kind: 'credit' }], '0.00'],
  ])('is %s', (_, bill, corrections, difference) => {
    const given = { bill: aBill({ state: 'approved', ...bill }), corrections }
    expect(differenceOf(concluded(earlier, given))).toMatchObject({ difference, ledger: 'xero' })
  })

  it('is offered for a paid bill as well, and for none that may still follow', () => {
    expect(differenceOf(concluded(earlier, { bill: aBill({ state: 'paid' }) }))).toBeDefined()
    for (const state of ['draft', 'submitted', 'open', 'voided'])
      expect(differenceOf(concluded(earlier, { bill: aBill({ state }) }))).toBeUndefined()
  })

  it('tells first what will be made, and that the bill stays as it is', () => {
    const asked = (over: Record<string, unknown>, outlet = anOutlet()) => {
      const fix = differenceOf(concluded(earlier, over, outlet))
      return fix && askFirst(fix, say)?.replaceAll('\u00a0', ' ')
    }
    expect(asked({})).toBe(
      'Bill INV-1001 of SGD 8.72 is approved in the ledger and stays as it is. A draft bill of SGD 2.18 is made beside it, to be approved like any other.',
    )
    const quickbooks = anOutlet({ connection: { ...aConnection, ledger: 'quickbooks' } })
    expect(asked({ bill: aBill({ state: 'paid', total: '12.00' }) }, quickbooks)).toContain(
      'A vendor credit of SGD 1.10 is posted beside it, and the books change at once.',
    )
  })
})

describe('an invoice whose difference was sent', () => {
  it('is exported, and its card names the correction and how it stands', () => {
    const assessment = concluded(content, { corrections: [correction] })
    expect(assessment.status).toBe('exported')
    const { headline, says } = inWords(assessment, say)
    expect([headline, ...says].map(text => text.replaceAll('\u00a0', ' '))).toEqual([
      'Its bill in the ledger is approved.',
      'The difference is a bill of its own, INV-1001 / correction 1 of SGD 2.18; it is a draft.',
    ])
  })

  it('turns red again once the correction is gone, and green where that is accepted', () => {
    const corrections = [{ ...correction, state: 'deleted' }]
    const red = concluded(content, { corrections })
    expect(red.status).toBe('failed')
    expect(differenceOf(red)).toMatchObject({ difference: '2.18' })
    expect(concluded(content, { corrections, accepted: content }).status).toBe('exported')
  })

  it('tells of the correction where the bill itself is gone', () => {
    const gone = concluded(content, { bill: aBill({ state: 'voided' }), corrections: [correction] })
    expect(gone.reasons).toMatchObject([{ kind: 'bill-gone' }, { kind: 'corrected' }])
  })
})
