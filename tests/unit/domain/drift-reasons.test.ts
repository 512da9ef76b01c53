import { describe, expect, it } from 'vitest'
import { askFirst } from '#lib/domain/ask-first.ts'
import { assess } from '#lib/domain/assess.ts'
import type { ContentHash } from '#lib/domain/ids.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { inWords } from '#lib/domain/wording.ts'
import { say } from '#lib/words/say.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { anInvoice } from '#tests/builders/invoice.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const invoice = anInvoice()
const content = invoiceContent(invoice)
const earlier = 'e'.repeat(64) as ContentHash
const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
const edit = (what: string, was: string, is: string, line: string | null = null) => ({ what, line, was, is })
const total = edit('total', '120.00', '118.00')

const concluded = (says: ContentHash, over: Record<string, unknown>) =>
  assess({ invoice, outlet: anOutlet(), mapping, export: aPostedExport(says, over) })
const said = (says: ContentHash, over: Record<string, unknown>) => {
  const { headline, says: more } = inWords(concluded(says, over), say)
  return [headline, ...more]
}

describe('green says what became of the bill', () => {
  it.each(['approved', 'paid', 'submitted'] as const)('that it is %s', state => {
    expect(concluded(content, { bill: aBill({ state }) }).status).toBe('exported')
    const words = state === 'submitted' ? 'awaiting approval' : state
    expect(said(content, { bill: aBill({ state }) })).toEqual([`Its bill in the ledger is ${words}.`])
  })

  it('what was edited there, first of all', () => {
    const over = { bill: aBill({ state: 'approved' }), drift: { edits: [total], lockedUntil: null } }
    expect(concluded(content, over)).toMatchObject({
      status: 'exported',
      fixes: [{ kind: 'compare' }, { kind: 'open-bill' }],
    })
    expect(said(content, over)).toEqual([
      'Edited in Xero since its export: total 120.00 → 118.00.',
      'Its bill in the ledger is approved.',
    ])
  })

  it('of which lines, and of many no more than anybody reads', () => {
    const edits = [
      edit('account', '310', '', 'Romaine'),
      edit('line-added', '', '7.00', 'Rice'),
      edit('line-removed', '3.00', '', 'Crates'),
      ...Array.from({ length: 4 }, () => edit('amount', '1.00', '2.00', 'Kale')),
    ]
    expect(said(content, { drift: { edits, lockedUntil: null } })).toEqual([
      'Edited in Xero since its export: “Romaine”: account 310 → none.',
      'Line added: “Rice”, 7.00.',
      'Line removed: “Crates”, 3.00.',
      '“Kale”: amount 1.00 → 2.00.',
      '“Kale”: amount 1.00 → 2.00.',
      'And 2 more changes; the bill shows all of them.',
      'Its bill in the ledger is a draft.',
    ])
  })

  it('that its draft is stuck behind a lock date, and what helps', () => {
    expect(said(content, { drift: { edits: [], lockedUntil: '2026-10-31' } })).toEqual([
      'Its draft cannot be approved: the books are locked up to 2026-10-31.',
      'Give the bill a later date in Xero, or ask your adviser to move the lock date.',
      'Its bill in the ledger is a draft.',
    ])
  })
})

describe('an invoice that was edited too', () => {
  const drift = { edits: [total], lockedUntil: null }

  it('does not write over what was changed on its draft: a person is asked', () => {
    const assessment = concluded(earlier, { drift })
    expect(assessment).toMatchObject({
      status: 'exported',
      fixes: [{ kind: 'confirm-resync' }, { kind: 'compare' }, { kind: 'open-bill' }],
    })
    expect(said(earlier, { drift }).slice(0, 3)).toEqual([
      'The invoice was edited, and so was its draft in Xero.',
      'Updating the bill replaces what was changed there, so we ask first.',
      'Edited in Xero since its export: total 120.00 → 118.00.',
    ])
    const [resync] = assessment.fixes
    expect(resync && askFirst(resync, say)).toContain('What was changed on the draft there is replaced.')
  })

  it('follows by itself where its draft is only stuck', () => {
    const over = { drift: { edits: [], lockedUntil: '2026-10-31' } }
    expect(concluded(earlier, over).status).toBe('exporting')
  })

  it('turns red as ever where its bill was approved', () => {
    expect(concluded(earlier, { bill: aBill({ state: 'approved' }), drift }).status).toBe('failed')
  })
})
