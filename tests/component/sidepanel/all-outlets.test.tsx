import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { GroupId, OutletId, ProductId } from '#lib/domain/ids.ts'
import type { Store } from '#lib/store/open.ts'
import { see } from '#lib/store/see.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { connect, factsOf, now, outletId } from '#tests/unit/store/a-store.ts'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import { aKitchen, fruit } from '../a-kitchen.ts'
import { type Answers, faults, show } from '../a-surface.tsx'

const second = 'outlet-2' as OutletId
const romaine = 'p-Romaine' as ProductId

/** The kitchen and a second outlet, whose one invoice waits for Romaine; it has no group Fruit. */
async function twoOutlets(answers: (store: Store) => Answers = () => ({})) {
  const store = await aKitchen()
  await connect(store, anOutlet({ id: second, name: 'Orchard Noodle House' }))
  const waits = anInvoice({ id: 'second-1', outletId: second, number: 'S-1', lines: [aLine('Romaine')] })
  await see(store, factsOf([waits]), now)
  const shown = show(<SidePanel />, store, answers(store))
  await screen.findAllByRole('row')
  return { ...shown, store }
}

const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` })
const choose = async (user: Awaited<ReturnType<typeof twoOutlets>>['user'], group: RegExp) => {
  await user.click(screen.getByRole('combobox', { name: 'Product group' }))
  await user.click(screen.getByRole('option', { name: group }))
}

/** Writes what the worker would write to its log. */
const logs = (store: Store) => ({
  'assign-group': async ({ outletId }: { outletId: OutletId }) => {
    const undo = [{ kind: 'product-group' as const, outletId, productId: romaine, groupId: null }]
    const row = { at: now, outletId, invoiceId: null, kind: 'assigned' as const, text: 'Assigned' }
    await store.activity.add({ ...row, undo, undone: 0 })
    return { ok: true, said: `1 product assigned. ${outletId === second ? 1 : 2} changed.` }
  },
})

describe('the panel’s products of all outlets', () => {
  it('are what it opens on where there are several, summed up', async () => {
    await twoOutlets()
    expect(screen.getByRole('combobox', { name: 'Outlet' })).toHaveDisplayValue('All outlets')
    expect(screen.getByRole('row', { name: /Romaine/ })).toHaveTextContent('3 invoices')
  })

  it('are assigned with one message per outlet that has them, and one Undo takes all back', async () => {
    const { user, heard } = await twoOutlets(logs)
    await user.click(box('Romaine'))
    await user.click(box('Butter'))
    await choose(user, /^Vegetables$/)
    await user.click(
      await screen.findByRole('button', {
        name: /^Assign 2 products to Vegetables in 2 outlets → 3 invoices turn ready/,
      }),
    )
    await screen.findByText('Tick products')
    expect(heard.asked).toEqual([
      {
        name: 'assign-group',
        data: { outletId, productIds: [romaine, 'p-Butter'], groupId: 'g-Vegetables' },
      },
      {
        name: 'assign-group',
        data: { outletId: second, productIds: [romaine], groupId: 'g-Vegetables' },
      },
    ])
    const bar = within(screen.getByRole('region', { name: 'Assign' }))
    expect(await bar.findByText(/Harbour Street Kitchen: 1 product assigned/)).toHaveTextContent(
      'Orchard Noodle House: 1 product assigned. 1 changed.',
    )
    await user.click(await bar.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(heard.asked).toHaveLength(4))
    expect(heard.asked.slice(2)).toEqual([
      { name: 'undo', data: { activityId: 2 } },
      { name: 'undo', data: { activityId: 1 } },
    ])
  })

  it('say which outlet refused, and keep the ticks', async () => {
    const { user } = await twoOutlets(() => ({
      'assign-group': ({ outletId: at }: { outletId: OutletId }) =>
        at === second ? { ok: false, problem: 'It is no longer there.' } : { ok: true, said: 'Assigned.' },
    }))
    await user.click(box('Romaine'))
    await choose(user, /^Vegetables$/)
    await user.click(
      await screen.findByRole('button', { name: /^Assign 1 product to Vegetables in 2 outlets/ }),
    )
    expect(await screen.findByText(/Orchard Noodle House: It is no longer there\./)).toHaveTextContent(
      'Harbour Street Kitchen: Assigned.',
    )
    expect(box('Romaine')).toBeChecked()
  })

  it('say where the group is lacking, and create it there on asking', async () => {
    const { user, heard, store } = await twoOutlets(store => ({
      'create-group': async ({ outletId, name }: { outletId: OutletId; name: string }) => {
        const group = { id: 'g-new' as GroupId, name }
        await store.groups.put({ outletId, ...group })
        return { ok: true, said: `Group ${name} created.`, group }
      },
    }))
    await store.groupAccounts.put({ outletId, groupId: fruit, account: '310' as never, at: now })
    await user.click(box('Romaine'))
    await user.click(screen.getByRole('combobox', { name: 'Product group' }))
    expect(screen.getByRole('option', { name: 'Fruit' })).toHaveTextContent('in 1 of 2 outlets')
    await user.click(screen.getByRole('option', { name: 'Fruit' }))
    expect(await screen.findByText(/Orchard Noodle House has no group “Fruit”/)).toBeVisible()
    expect(screen.getByRole('button', { name: /^Assign 1 product to Fruit in 1 of 2 outlets/ })).toBeEnabled()
    await user.click(screen.getByRole('button', { name: 'Create it there' }))
    expect(heard.asked).toEqual([{ name: 'create-group', data: { outletId: second, name: 'Fruit' } }])
    const assign = await screen.findByRole('button', { name: /^Assign 1 product to Fruit in 2 outlets/ })
    await user.click(assign)
    await screen.findByText('Tick products')
    expect(heard.asked.slice(1).map(({ data }) => data)).toEqual([
      { outletId, productIds: [romaine], groupId: fruit },
      { outletId: second, productIds: [romaine], groupId: 'g-new' },
    ])
  })

  it('suggest what another outlet chose for the same product', async () => {
    const { store } = await twoOutlets()
    await store.productGroups.put({
      outletId,
      productId: romaine,
      groupId: 'g-Vegetables' as GroupId,
      at: now,
    })
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /Romaine/ })).toHaveTextContent('Vegetables?as in 1 outlet'),
    )
  })

  it('are those of one outlet once it is chosen', async () => {
    const { user, heard } = await twoOutlets()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Outlet' }), 'Orchard Noodle House')
    await waitFor(() => expect(screen.getByRole('row', { name: /Romaine/ })).toHaveTextContent('1 invoice'))
    await user.click(box('Romaine'))
    await choose(user, /^Vegetables$/)
    await user.click(screen.getByRole('button', { name: /^Assign 1 product to Vegetables →/ }))
    await screen.findByText('Tick products')
    expect(heard.asked).toEqual([
      { name: 'assign-group', data: { outletId: second, productIds: [romaine], groupId: 'g-Vegetables' } },
    ])
  })

  it('draw only what is seen of five thousand products', async () => {
    const { store } = await twoOutlets()
    await store.products.bulkPut(
      Array.from({ length: 5000 }, (_, n) => ({
        id: `p-${n}` as ProductId,
        name: `Product ${n}`,
        supplier: null,
        pageGroup: null,
      })),
    )
    await waitFor(() => expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5005'))
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
  })

  it('have no fault that axe would find', async () => {
    const { container, user } = await twoOutlets()
    await user.click(box('Romaine'))
    await choose(user, /^Fruit/)
    expect(await faults(container)).toEqual([])
  })
})
