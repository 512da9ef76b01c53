import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { neutralTarget, tabTarget } from '#components/targets.ts'
import type { PanelTarget } from '#lib/messages.ts'
import { tallies } from '#lib/store/queries/outlet-counts.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { outletId } from '#tests/unit/store/a-store.ts'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { faults, show } from '../a-surface.tsx'

/** The kitchen's panel, opened on a target. */
async function opened(target: PanelTarget) {
  const store = await aKitchen()
  await writeSetting(store, 'panel', target)
  return { ...show(<SidePanel />, store), store }
}

const missing = [...tallies.missing]
const numbers = async (title: string) => {
  const list = await screen.findByRole('region', { name: title })
  const items = await within(list).findAllByRole('listitem')
  return items.map(item => /[A-Z]-\d/.exec(item.textContent ?? '')?.[0])
}

describe('the panel’s numbers', () => {
  it('lead, from the number Missing, to the products that block an invoice alone', async () => {
    await opened({ ...tabTarget('products'), statuses: missing })
    expect(await screen.findByRole('checkbox', { name: 'Only what blocks an invoice' })).toBeChecked()
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2))
  })

  it('tell how many lack a group and how many an account, and lead to each', async () => {
    const { user } = await opened(neutralTarget)
    const line = await screen.findByText(/lack a product group/)
    await user.click(within(line).getByRole('button', { name: '2 invoices' }))
    expect(await numbers('Missing product group')).toEqual(['Y-1', 'Y-2'])
    await user.click(screen.getByRole('button', { name: '← Back' }))
    await user.click(within(line).getByRole('button', { name: '1 invoice' }))
    expect(await numbers('Missing account')).toEqual(['A-1'])
  })

  it('lead from a product to the invoices that wait for it, and back with what was ticked', async () => {
    const { user } = await opened(neutralTarget)
    const row = await screen.findByRole('row', { name: /Butter/ })
    await user.click(within(row).getByRole('checkbox'))
    await user.click(within(row).getByRole('button', { name: '1 invoice' }))
    expect(await numbers('Missing product group or account')).toEqual(['Y-2'])
    expect(screen.getByText('Those that wait for “Butter”.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '← Back' }))
    expect(screen.getByRole('checkbox', { name: 'Select Butter' })).toBeChecked()
  })

  it('lead there from the keyboard too', async () => {
    const { user } = await opened(neutralTarget)
    const row = await screen.findByRole('row', { name: /Romaine/ })
    row.focus()
    await user.keyboard('i')
    expect(await numbers('Missing product group or account')).toEqual(['Y-1', 'Y-2'])
  })

  it('lead from a group without an account to the invoices that it blocks', async () => {
    const { user } = await opened(tabTarget('accounts'))
    const item = (await screen.findByText('Fruit')).closest('li')
    if (!item) throw new Error('no group')
    await user.click(within(item).getByRole('button', { name: '1 invoice' }))
    expect(await numbers('Missing product group or account')).toEqual(['A-1'])
  })

  it('open as a list from elsewhere, of one outlet or of all', async () => {
    const list = { ...neutralTarget, tab: 'invoices' as const, outletId, statuses: ['exported' as const] }
    const { store, container } = await opened(list)
    expect(await numbers('Exported')).toEqual(['G-1'])
    expect(await faults(container)).toEqual([])
    await writeSetting(store, 'panel', tabTarget('failures'))
    expect(await screen.findByRole('tab', { name: /Failures/, selected: true })).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Exported' })).toBeNull()
  })
})
