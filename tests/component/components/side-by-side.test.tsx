import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SideBySide } from '#components/SideBySide.tsx'
import { BillToPost } from '#lib/domain/bill.ts'
import { compareBill } from '#lib/domain/compare-bill.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { standingAs } from '#tests/builders/bill-whole.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { aStore } from '#tests/unit/store/a-store.ts'
import { faults, show } from '../a-surface.tsx'

const invoiceId = 'inv-1' as InvoiceId
const bill = (price: string) => BillToPost.parse(aBillToPost('INV-1', { price }))

describe('an invoice beside its bill', () => {
  it('shows what differs and what both come to', async () => {
    const comparison = compareBill(bill('6.00'), standingAs(bill('5.00')))
    const { container, heard } = show(<SideBySide invoiceId={invoiceId} />, aStore(), {
      compare: () => ({ ok: true, comparison, accounts: {} }),
    })
    expect(await screen.findByRole('row', { name: /^Total\s*differs\s*13.08\s*10.90$/ })).toBeVisible()
    expect(heard.asked).toEqual([{ name: 'compare', data: { invoiceId } }])
    expect(await faults(container)).toEqual([])
  })

  it('says why there is nothing to show', async () => {
    show(<SideBySide invoiceId={invoiceId} />, aStore(), {
      compare: () => ({ ok: false, problem: 'The ledger does not know this bill any more.' }),
    })
    expect(await screen.findByText('The ledger does not know this bill any more.')).toBeVisible()
  })
})
