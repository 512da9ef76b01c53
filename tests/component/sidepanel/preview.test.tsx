import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { previewTarget } from '#components/targets.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { type Preview, previewOf } from '#lib/domain/preview.ts'
import type { Store } from '#lib/store/open.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { xeroTaxRates } from '#tests/builders/tax-rates.ts'
import { Popup } from '../../../entrypoints/popup/Popup.tsx'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { faults, show } from '../a-surface.tsx'

const file = { name: 'R-1.pdf', url: 'https://app.foodrazor.com/files/1' }
const charges = [{ kind: 'delivery', description: 'Delivery', amount: '4.00', taxRate: '9' }]

function aPreview(lists: Record<string, unknown> = {}): Preview {
  const detail = aDetail({ lines: [aLine('Romaine', { quantity: '3' })], charges, file })
  const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
  return previewOf({
    invoice: anInvoice({ number: 'R-1', detail }),
    outlet: anOutlet(),
    mapping,
    lists: someLists(lists),
  })
}

async function opened(store: Store, id: string, answer: unknown) {
  await writeSetting(store, 'panel', previewTarget(id as InvoiceId))
  return show(<SidePanel />, store, { preview: () => answer })
}

describe('the panel’s preview', () => {
  it('shows lines, accounts, taxes, totals and the file, and offers the export', async () => {
    const shown = await opened(await aKitchen(), 'ready-1', { ok: true, preview: aPreview() })
    const preview = await screen.findByRole('region', { name: 'Preview' })
    const lines = await within(preview).findByRole('region', { name: '2 lines' })
    const [first, second] = within(lines).getAllByRole('listitem')
    expect(first).toHaveTextContent(/Romaine.*SGD.15\.00.*3 × 5\.00 · 310 Vegetables · INPUT9 SGD.1\.35/)
    expect(second).toHaveTextContent(/Delivery.*SGD.4\.00/)
    expect(preview).toHaveTextContent(/Posted asA draft bill/)
    expect(preview).toHaveTextContent(/Harbour Street Kitchen Pte Ltd \(Xero\)/)
    expect(preview).toHaveTextContent(/FileR-1\.pdf/)
    expect(preview).toHaveTextContent(/INPUT9, 9 % of SGD.19\.00SGD.1\.71TotalSGD.20\.71/)
    expect(await faults(shown.container)).toEqual([])
    await shown.user.click(within(preview).getByRole('button', { name: /^Export/ }))
    expect(shown.heard.asked.map(({ name }) => name)).toEqual(['preview', 'fix'])
  })

  it('explains which other tax codes were passed over', async () => {
    const preview = aPreview({ taxRates: xeroTaxRates.singapore })
    const { user } = await opened(await aKitchen(), 'ready-1', { ok: true, preview })
    const [first] = await screen.findAllByText('9 % has other tax codes too')
    if (!first) throw new Error('no explanation')
    await user.click(first)
    expect(screen.getAllByText(/Disallowed Expenses/)[0]).toBeVisible()
  })

  it('says first what would stop it', async () => {
    const preview = aPreview({ contacts: [{ id: 'c', name: 'Green Valley Produce', active: false }] })
    await opened(await aKitchen(), 'ready-1', { ok: true, preview })
    expect(await screen.findByRole('note')).toHaveTextContent('The supplier is archived in Xero')
  })

  it.each([
    ['red-1', { ok: false, problem: 'Connect the outlet first.' }, 'Connect the outlet first.'],
    ['gone', undefined, 'Open your Foodrazor Invoices page once: what it shows can be previewed.'],
  ])('is honest about having nothing to show: %s', async (id, answer, words) => {
    await opened(await aKitchen(), id, answer)
    expect(await screen.findByText(words)).toBeVisible()
  })

  it('is reached from a failure, and goes back there', async () => {
    const { user } = show(<SidePanel />, await aKitchen(), {
      preview: () => ({ ok: true, preview: aPreview() }),
    })
    await user.click(await screen.findByRole('tab', { name: /Failures/ }))
    await user.click(await screen.findByRole('button', { name: 'Preview of F-1' }))
    expect(await screen.findByRole('heading', { name: /^F-1/ })).toBeVisible()
    await user.click(screen.getByRole('button', { name: '← Back' }))
    expect(await screen.findByRole('tab', { name: /Failures/, selected: true })).toBeVisible()
  })

  it('is reached from the popup’s ready invoices', async () => {
    const { user, heard } = show(<Popup />, await aKitchen())
    await user.click((await screen.findAllByRole('button', { name: /ready/i }))[0] as HTMLElement)
    await user.click(await screen.findByRole('button', { name: 'Preview of R-1' }))
    expect(heard.panels).toEqual([previewTarget('ready-1' as InvoiceId)])
  })
})
