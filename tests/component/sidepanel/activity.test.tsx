import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { GroupId } from '#lib/domain/ids.ts'
import { now, outletId } from '#tests/unit/store/a-store.ts'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { show } from '../a-surface.tsx'

describe('the panel’s activity', () => {
  it('lists what was done, newest first, and undoes what can be undone', async () => {
    const store = await aKitchen()
    const row = { at: now, outletId, invoiceId: null, undone: 0 as const }
    const undo = [{ kind: 'group-account' as const, outletId, groupId: 'g-Fruit' as GroupId, account: null }]
    await store.activity.bulkAdd([
      { ...row, kind: 'mapped', text: 'Fruit mapped to 311', undo },
      { ...row, kind: 'exported', text: 'G-1 exported', undo: null },
      { ...row, kind: 'mapped', text: 'Herbs mapped to 310', undo, undone: 1 },
    ])
    const { user, heard } = show(<SidePanel />, store)
    await user.click(await screen.findByRole('tab', { name: 'Activity' }))
    const lines = within(await screen.findByRole('list', { name: 'Activity' })).getAllByRole('listitem')
    expect(lines.map(line => line.querySelector('p')?.textContent)).toEqual([
      'Herbs mapped to 310',
      'G-1 exported',
      'Fruit mapped to 311',
    ])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(heard.asked).toEqual([{ name: 'undo', data: { activityId: 1 } }])
    expect(await screen.findByText('Done.')).toBeVisible()
  })
})
