import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { neutralTarget } from '#components/targets.ts'
import type { ProductId } from '#lib/domain/ids.ts'
import type { Store } from '#lib/store/open.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { aStore, now, outletId } from '#tests/unit/store/a-store.ts'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { type Answers, faults, show } from '../a-surface.tsx'

/** The kitchen's panel, once its products are drawn. */
async function products(answers: Answers = {}, given?: Store) {
  const store = given ?? (await aKitchen())
  const shown = show(<SidePanel />, store, answers)
  await screen.findAllByRole('row')
  return { ...shown, store }
}

const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` })
const namesShown = () =>
  screen.getAllByRole('row').map(row => /^[A-Z][a-z]+/.exec(row.textContent ?? '')?.[0])

describe('the panel’s products', () => {
  it('lists those first that block most invoices', async () => {
    await products()
    expect(namesShown()).toEqual(['Romaine', 'Butter', 'Apple', 'Kale', 'Leek'])
    expect(screen.getByRole('row', { name: /Romaine/ })).toHaveTextContent('2 invoices')
  })

  it('narrows by what blocks an invoice, by supplier and by search', async () => {
    const { user } = await products()
    await user.click(screen.getByRole('checkbox', { name: 'Only what blocks an invoice' }))
    expect(namesShown()).toEqual(['Romaine', 'Butter'])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Supplier' }), 'Meadow Dairy')
    expect(namesShown()).toEqual(['Butter'])
    await user.type(screen.getByRole('searchbox'), 'zzz')
    expect(screen.getByText('No product fits')).toBeVisible()
  })

  it('ticks the range on a shift-click', async () => {
    await products()
    fireEvent.click(box('Romaine'))
    fireEvent.click(box('Kale'), { shiftKey: true })
    expect(screen.getByText('4 ticked')).toBeVisible()
    expect(box('Butter')).toBeChecked()
    expect(box('Leek')).not.toBeChecked()
  })

  it('ticks all that is shown, and unticks it again', async () => {
    const { user } = await products()
    await user.click(screen.getByRole('checkbox', { name: 'All 5 shown' }))
    expect(screen.getByText('5 ticked')).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: 'All 5 shown' }))
    expect(screen.getByText('Tick products')).toBeVisible()
  })

  it('says before the click what it would unlock, and sends one message for all that is ticked', async () => {
    const { user, heard } = await products()
    await user.click(box('Romaine'))
    await user.click(box('Butter'))
    await user.click(screen.getByRole('combobox', { name: 'Product group' }))
    await user.click(screen.getByRole('option', { name: 'Vegetables' }))
    const assign = screen.getByRole('button', {
      name: /^Assign 2 products to Vegetables → 2 invoices turn ready, SGD.32\.70$/,
    })
    await user.click(assign)
    expect(heard.asked).toEqual([
      {
        name: 'assign-group',
        data: { outletId, productIds: ['p-Romaine', 'p-Butter'], groupId: 'g-Vegetables' },
      },
    ])
    expect(await screen.findByText('Tick products')).toBeVisible()
  })

  it('promises nothing of a group that has no account itself', async () => {
    const { user } = await products()
    await user.click(box('Romaine'))
    await user.click(screen.getByRole('combobox', { name: 'Product group' }))
    await user.click(screen.getByRole('option', { name: 'Fruit' }))
    expect(screen.getByRole('button', { name: /2 invoices then wait for the group’s account/ })).toBeVisible()
  })

  it('offers Undo beside what happened', async () => {
    const store = await aKitchen()
    const undo = [
      { kind: 'product-group' as const, outletId, productId: 'p-Romaine' as ProductId, groupId: null },
    ]
    const { user, heard } = await products(
      {
        'assign-group': async () => {
          const row = { at: now, outletId, invoiceId: null, kind: 'assigned' as const }
          await store.activity.add({ ...row, text: 'Romaine assigned', undo, undone: 0 })
          return { ok: true, said: 'Romaine assigned to Vegetables. 1 invoice changed.' }
        },
        undo: () => ({ ok: true, said: 'Undone.' }),
      },
      store,
    )
    await user.click(box('Romaine'))
    await user.click(screen.getByRole('combobox', { name: 'Product group' }))
    await user.click(screen.getByRole('option', { name: 'Vegetables' }))
    await user.click(screen.getByRole('button', { name: /^Assign 1 product/ }))
    expect(await screen.findByText(/1 invoice changed/)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(heard.asked.at(-1)).toEqual({ name: 'undo', data: { activityId: 1 } })
  })

  it('says the problem where the person clicked, and keeps the ticks', async () => {
    const { user } = await products({
      'assign-group': () => ({ ok: false, problem: 'This product group is no longer there.' }),
    })
    await user.click(box('Romaine'))
    await user.click(screen.getByRole('combobox', { name: 'Product group' }))
    await user.click(screen.getByRole('option', { name: 'Vegetables' }))
    await user.click(screen.getByRole('button', { name: /^Assign 1 product/ }))
    const bar = screen.getByRole('region', { name: 'Assign' })
    expect(await within(bar).findByText('This product group is no longer there.')).toBeVisible()
    expect(box('Romaine')).toBeChecked()
  })

  it('creates a group from what was typed and chooses it', async () => {
    const store = await aKitchen()
    const group = { id: 'g-Herbs', name: 'Herbs' }
    const { user, heard } = await products(
      {
        'create-group': async () => {
          await store.groups.put({ outletId, ...group } as never)
          return { ok: true, said: 'Group Herbs created.', group }
        },
      },
      store,
    )
    await user.click(screen.getByRole('combobox', { name: 'Product group' }))
    await user.keyboard('Herbs')
    await user.click(screen.getByRole('option', { name: 'Create “Herbs”' }))
    expect(heard.asked).toEqual([{ name: 'create-group', data: { outletId, name: 'Herbs' } }])
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Product group' })).toHaveValue('Herbs'))
  })

  it('is worked from the keyboard: / searches, arrows move, Space ticks, Shift+Space ticks a range', async () => {
    const { user } = await products()
    await user.keyboard('/')
    expect(screen.getByRole('searchbox')).toHaveFocus()
    const [first] = screen.getAllByRole('row')
    first?.focus()
    await user.keyboard(' ')
    expect(box('Romaine')).toBeChecked()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    await waitFor(() => expect(screen.getByRole('row', { name: /Apple/ })).toHaveFocus())
    await user.keyboard('{Shift>} {/Shift}')
    expect(screen.getByText('3 ticked')).toBeVisible()
    await user.keyboard('{Control>}a{/Control}')
    expect(screen.getByText('5 ticked')).toBeVisible()
  })

  it('suggests a group with its reason, and takes it on Enter', async () => {
    const store = await aKitchen()
    await store.products.put({
      id: 'p-Kale2' as ProductId,
      name: 'Kale, curly',
      supplier: null,
      pageGroup: null,
    })
    const { user, heard } = await products({}, store)
    const row = screen.getByRole('row', { name: /Kale, curly/ })
    expect(row).toHaveTextContent('Vegetables?like “Kale”')
    row.focus()
    await user.keyboard('{Enter}')
    expect(heard.asked).toEqual([
      { name: 'assign-group', data: { outletId, productIds: ['p-Kale2'], groupId: 'g-Vegetables' } },
    ])
  })

  it('opens filtered to what was clicked and says why you are here', async () => {
    const store = await aKitchen()
    const productIds = ['p-Romaine', 'p-Butter'] as ProductId[]
    await writeSetting(store, 'panel', {
      ...neutralTarget,
      outletId,
      productIds,
      invoiceId: 'yellow-2' as never,
    })
    const { user } = await products({}, store)
    expect(namesShown()).toEqual(['Romaine', 'Butter'])
    expect(await screen.findByText(/You came from invoice/)).toHaveTextContent(
      'You came from invoice Y-2 of Green Valley Produce. Missing product group: “Romaine” and “Butter” have no product group.',
    )
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(namesShown()).toHaveLength(5)
  })

  it('follows what is clicked elsewhere while it stands open', async () => {
    const { store } = await products()
    await writeSetting(store, 'panel', { ...neutralTarget, tab: 'failures' })
    expect(await screen.findByRole('tab', { name: /Failures/, selected: true })).toBeVisible()
    await writeSetting(store, 'panel', { ...neutralTarget, outletId, productIds: ['p-Butter' as ProductId] })
    await screen.findByRole('tab', { name: 'Products', selected: true })
    await waitFor(() => expect(namesShown()).toEqual(['Butter']))
  })

  it('keeps the names of others as text', async () => {
    const store = await aKitchen()
    const name = '<img src=x onerror=alert(1)> 🥬 مخازن'
    await store.products.update('p-Romaine' as ProductId, { name })
    const { container } = await products({}, store)
    expect(screen.getByRole('checkbox', { name: `Select ${name}` })).toBeVisible()
    expect(container.querySelector('img[src=x]')).toBeNull()
  })

  it('draws only what is seen of five thousand products', async () => {
    const store = await aKitchen()
    await store.products.bulkPut(
      Array.from({ length: 5000 }, (_, n) => ({
        id: `p-${n}` as ProductId,
        name: `Product ${n}`,
        supplier: null,
        pageGroup: null,
      })),
    )
    await products({}, store)
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5005')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
  })

  it('says so when nothing was seen yet', async () => {
    show(<SidePanel />, aStore())
    expect(await screen.findByText('Nothing seen yet')).toBeVisible()
  })

  it('has no fault that axe would find', async () => {
    const { container } = await products()
    expect(await faults(container)).toEqual([])
  })
})
