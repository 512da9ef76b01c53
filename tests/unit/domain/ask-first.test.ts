import { describe, expect, it } from 'vitest'
import { askFirst } from '#lib/domain/ask-first.ts'
import type { BillState } from '#lib/domain/bill.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { Money } from '#lib/domain/money.ts'
import { say } from '#lib/words/say.ts'
import { aBill } from '#tests/builders/bill.ts'

const invoiceId = 'inv-1' as InvoiceId
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ')
const update = (state: BillState, total = '12.00') =>
  plain(askFirst({ kind: 'confirm-resync', invoiceId, bill: aBill({ state }), total: total as Money }, say))
const unlink = (over: Parameters<typeof aBill>[0]) =>
  plain(askFirst({ kind: 'unlink', invoiceId, bill: aBill(over) }, say))

describe('what is said before a bill is updated', () => {
  it('names a submitted bill, its new total, and that its approval begins anew', () => {
    expect(update('submitted')).toBe(
      'Bill INV-1001 of SGD 10.90 awaits approval in the ledger. It takes over what the invoice says now and then comes to SGD 12.00. It becomes a draft again and must be submitted for approval anew.',
    )
  })

  it('warns that the books change with a posted one', () => {
    expect(update('open')).toMatch(
      /^Bill INV-1001 of SGD 10\.90 is posted .* and unpaid\. .* The books change at once\.$/,
    )
  })

  it('names no new total where it stays', () => {
    expect(update('submitted', '10.9')).toContain('says now and keeps its total.')
  })
})

describe('what is said before a bill is unlinked', () => {
  it('says that the old one stays and a new one is made', () => {
    expect(unlink({ state: 'voided' })).toBe(
      'Bill INV-1001 of SGD 10.90 was voided in the ledger and stays as it is. Unlinking makes a new bill from what the invoice says now.',
    )
    expect(unlink({ state: 'deleted' })).toContain('was deleted in the ledger and stays as it is.')
  })

  it('does not say that a missing one stays, but that there could be two', () => {
    const says = unlink({ state: 'missing', number: '' })
    expect(says).toMatch(/^The bill of SGD 10\.90 is no longer in the ledger\. /)
    expect(says).toMatch(/Should the old one turn up again, there would be two\.$/)
    expect(says).not.toContain('stays')
  })
})

it('is not said of a fix that is easily taken back', () => {
  expect(askFirst({ kind: 'accept-as-is', invoiceId }, say)).toBeNull()
  expect(askFirst({ kind: 'retry', invoiceId }, say)).toBeNull()
})
