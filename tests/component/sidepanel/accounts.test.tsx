import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { neutralTarget } from '#components/targets.ts'
import type { Store } from '#lib/store/open.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { outletId, vegetables } from '#tests/unit/store/a-store.ts'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import { aKitchen, fruit } from '../a-kitchen.ts'
import { type Answers, faults, show } from '../a-surface.tsx'

async function accounts(store: Store, answers: Answers = {}) {
  const shown = show(<SidePanel />, store, answers)
  await shown.user.click(await screen.findByRole('tab', { name: 'Accounts' }))
  return shown
}

describe('the panel’s accounts', () => {
  it('lists the groups that block most first, with how much they block', async () => {
    await accounts(await aKitchen())
    const [first] = within(await screen.findByRole('list', { name: 'Product groups' })).getAllByRole(
      'listitem',
    )
    expect(first).toHaveTextContent(/^Fruitblocks 1 invoice, SGD.10\.90$/)
  })

  it('offers only accounts that a bill may name and that are in use', async () => {
    const { user } = await accounts(await aKitchen())
    await user.click(await screen.findByRole('combobox', { name: 'Account of Fruit' }))
    const names = within(screen.getByRole('listbox'))
      .getAllByRole('option')
      .map(option => option.getAttribute('aria-label'))
    expect(names).toEqual(['310 Vegetables', '311 Meat'])
  })

  it('maps a group by typing a part of the account and pressing Enter', async () => {
    const { user, heard } = await accounts(await aKitchen())
    await user.click(await screen.findByRole('combobox', { name: 'Account of Fruit' }))
    await user.keyboard('meat{Enter}')
    expect(heard.asked).toEqual([{ name: 'map-account', data: { outletId, groupId: fruit, account: '311' } }])
    expect(await screen.findByText('Done.')).toBeVisible()
  })

  it('takes an account away, where there is one', async () => {
    const { user, heard } = await accounts(await aKitchen())
    await user.click(await screen.findByRole('combobox', { name: 'Account of Vegetables' }))
    await user.keyboard('no acc{Enter}')
    expect(heard.asked).toEqual([
      { name: 'map-account', data: { outletId, groupId: vegetables, account: null } },
    ])
  })

  it('marks a chosen account that was archived', async () => {
    const store = await aKitchen()
    await store.groupAccounts.update([outletId, vegetables], { account: '390' as never })
    await accounts(store)
    expect(await screen.findByText(/390 Old purchases is archived/)).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Account of Vegetables' })).toHaveValue('390 Old purchases')
  })

  it('refreshes the chart and says how old it is', async () => {
    const { user, heard } = await accounts(await aKitchen())
    expect(await screen.findByText(/accounts read/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    expect(heard.asked).toEqual([{ name: 'refresh-lists', data: { outletId } }])
  })

  it('says what it means to map where Foodrazor exports', async () => {
    const store = await aKitchen()
    await store.outlets.put(anOutlet({ exporter: 'foodrazor' }))
    await accounts(store)
    expect(await screen.findByText(/counts once Clearcloud exports/)).toBeVisible()
  })

  it('offers to connect an outlet that is not connected', async () => {
    const store = await aKitchen()
    await store.outlets.put(anOutlet({ connection: null }))
    const { user, heard } = await accounts(store)
    await user.click(await screen.findByRole('button', { name: 'Connect a ledger' }))
    expect(heard.asked).toEqual([{ name: 'sign-in', data: {} }])
  })

  it('opens on the group that a yellow invoice waits for', async () => {
    const store = await aKitchen()
    await writeSetting(store, 'panel', {
      ...neutralTarget,
      tab: 'accounts',
      outletId,
      groupIds: [fruit],
      invoiceId: 'account-1' as never,
    })
    show(<SidePanel />, store)
    const list = await screen.findByRole('list', { name: 'Product groups' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(1)
    expect(await screen.findByText(/You came from invoice/)).toHaveTextContent(/A-1.*“Fruit” has no account/)
  })

  it('has no fault that axe would find', async () => {
    const { container } = await accounts(await aKitchen())
    await screen.findByRole('list', { name: 'Product groups' })
    expect(await faults(container)).toEqual([])
  })
})
