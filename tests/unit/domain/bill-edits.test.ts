import { describe, expect, it } from 'vitest'
import { BillToPost } from '#lib/domain/bill.ts'
import { billEdits } from '#lib/domain/bill-edits.ts'
import { standingAs } from '#tests/builders/bill-whole.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'

const sent = BillToPost.parse(aBillToPost('INV-1'))
const posted = standingAs(sent).bill

describe('billEdits', () => {
  it('names none on a bill that was only approved', () => {
    expect(billEdits(posted, sent, standingAs(sent, { bill: { state: 'approved' } }))).toEqual([])
  })

  it('tells what each thing was and is, the total first', () => {
    const dearer = BillToPost.parse(aBillToPost('INV-1', { price: '6.00' }))
    const [line] = standingAs(dearer).lines
    const now = standingAs(dearer, { bill: { date: '2026-11-21' }, lines: [{ ...line, account: '320' }] })
    expect(billEdits(posted, sent, now)).toEqual([
      { what: 'total', line: null, was: '10.90', is: '13.08' },
      { what: 'date', line: null, was: '2026-11-20', is: '2026-11-21' },
      { what: 'tax-total', line: null, was: '0.90', is: '1.08' },
      { what: 'unit-amount', line: 'Romaine', was: '5.00', is: '6.00' },
      { what: 'amount', line: 'Romaine', was: '10.00', is: '12.00' },
      { what: 'account', line: 'Romaine', was: '310', is: '320' },
      { what: 'tax', line: 'Romaine', was: '0.90', is: '1.08' },
    ])
  })

  it('takes a contact that was only renamed for the same', () => {
    const renamed = standingAs(sent, {
      bill: { contact: { id: posted.contact.id, name: 'Green Acre Pte Ltd' } },
    })
    expect(billEdits(posted, sent, renamed)).toEqual([])
    const other = standingAs(sent, { bill: { contact: { id: 'contact-2', name: 'Blue Pier Fish' } } })
    expect(billEdits(posted, sent, other)).toEqual([
      { what: 'contact', line: null, was: 'Green Acre Produce', is: 'Blue Pier Fish' },
    ])
  })

  it('says nothing of the lines of a bill that was linked: they never were ours', () => {
    const dearer = standingAs(BillToPost.parse(aBillToPost('INV-1', { price: '6.00' })))
    expect(billEdits(posted, null, dearer)).toEqual([
      { what: 'total', line: null, was: '10.90', is: '13.08' },
    ])
  })

  it('stops at what anybody would read', () => {
    const [line] = standingAs(sent).lines
    const lines = Array.from({ length: 150 }, (_, index) => ({ ...line, description: `Line ${index}` }))
    expect(billEdits(posted, sent, standingAs(sent, { lines }))).toHaveLength(100)
  })
})
