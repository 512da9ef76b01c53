import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { BillState } from '#lib/domain/bill.ts'
import { assessOutlet } from '#lib/store/assess-invoices.ts'
import type { Store } from '#lib/store/open.ts'
import { putLists } from '#lib/store/put-lists.ts'
import { aBill } from '#tests/builders/bill.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aConnection } from '#tests/builders/outlet.ts'
import { outletId } from '#tests/unit/store/a-store.ts'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { type Answers, faults, show } from '../a-surface.tsx'

async function failures(answers: Answers = {}) {
  const shown = show(<SidePanel />, await aKitchen(), answers)
  await shown.user.click(await screen.findByRole('tab', { name: /Failures/ }))
  return { ...shown, locked: await screen.findByRole('region', { name: 'The accounting period is locked' }) }
}

async function postedAs(store: Store, state: BillState): Promise<void> {
  await store.exports.where({ invoiceId: 'green-1' }).modify(row => {
    if (row.record.state === 'posted') row.record.bill.state = state
  })
  await assessOutlet(store, outletId)
}

/** The failures of a kitchen one of whose bills was voided, and the fix that unlinks it. */
async function voided() {
  const store = await aKitchen()
  await postedAs(store, 'voided')
  const shown = show(<SidePanel />, store)
  await shown.user.click(await screen.findByRole('tab', { name: /Failures/ }))
  const opener = await screen.findByRole('button', { name: 'Unlink and export anew' })
  const row = opener.closest('li')
  if (!row) throw new Error('no row')
  return { ...shown, store, opener, row }
}

describe('the panel’s failures', () => {
  it('gathers what failed by its cause, with one explanation for all', async () => {
    const { locked } = await failures()
    expect(locked).toHaveTextContent(/2 invoices, SGD.21\.80/)
    expect(within(locked).getByText(/closed in Xero/)).toBeVisible()
    expect(within(locked).getByText('Your accountant can mend it.')).toBeVisible()
    expect(screen.getByRole('region', { name: 'The ledger refused this bill' })).toBeVisible()
  })

  it('tells below them what would be refused, before anything is sent', async () => {
    const store = await aKitchen()
    const contacts = [{ id: 'contact-1', name: 'Green Valley Produce', active: false }]
    await putLists(
      store,
      aConnection.id as never,
      someLists({ contacts, fetchedAt: '2026-11-03T05:00:00.000Z' }),
    )
    const { user, heard } = show(<SidePanel />, store)
    await user.click(await screen.findByRole('tab', { name: /Failures/ }))
    const cause = await screen.findByRole('region', {
      name: 'It would be refused: the supplier is archived in Xero',
    })
    expect(screen.getAllByRole('region').at(-1)).toBe(cause)
    expect(within(cause).getByText('R-1')).toBeVisible()
    await user.click(within(cause).getByRole('button', { name: 'Check again' }))
    expect(heard.asked).toEqual([{ name: 'fix', data: { fix: { kind: 'refresh-lists', outletId } } }])
  })

  it('shows both where a bill that may be the invoice’s stands already', async () => {
    const store = await aKitchen()
    const alike = [aBill({ id: 'bill-7', number: 'F-1', total: '19.62' })]
    await store.exports.where({ invoiceId: 'red-1' }).modify(row => {
      if (row.record.state === 'refused')
        row.record.failure = { code: 'likely-duplicate', raw: '', billState: null, alike }
    })
    await assessOutlet(store, outletId)
    const { user, heard } = show(<SidePanel />, store)
    await user.click(await screen.findByRole('tab', { name: /Failures/ }))
    const row = (await screen.findByRole('columnheader', { name: 'Bill in the ledger' })).closest('li')
    if (!row) throw new Error('no row')
    expect(within(row).getByRole('row', { name: /^Number F-1 F-1$/ })).toBeVisible()
    expect(within(row).getByRole('row', { name: /^Total .*10\.90 .*19\.62 ?\(differs\)$/ })).toBeVisible()
    await user.click(within(row).getByRole('button', { name: 'Link to bill F-1' }))
    expect(heard.asked).toMatchObject([
      { name: 'fix', data: { fix: { kind: 'link-bill', invoiceId: 'red-1' } } },
    ])
  })

  it('retries exactly the invoices of one cause', async () => {
    const { user, heard, locked } = await failures()
    await user.click(within(locked).getByRole('button', { name: 'Retry 2 invoices' }))
    expect(heard.asked).toEqual([
      { name: 'retry-failed', data: { outletIds: null, invoiceIds: ['red-1', 'red-2'] } },
    ])
    expect(await within(locked).findByText('Done.')).toBeVisible()
  })

  it('retries one invoice and says beside it how that ended', async () => {
    const { user, heard, locked } = await failures({ fix: () => ({ ok: false, problem: 'Sign in first.' }) })
    const [row] = within(locked).getAllByRole('listitem')
    if (!row) throw new Error('no row')
    await user.click(within(row).getByRole('button', { name: 'Retry' }))
    expect(heard.asked).toEqual([{ name: 'fix', data: { fix: { kind: 'retry', invoiceId: 'red-1' } } }])
    expect(await within(row).findByText('Sign in first.')).toBeVisible()
  })

  it('copies the note for the accountant', async () => {
    const { user, heard, locked } = await failures()
    const [button] = within(locked).getAllByRole('button', { name: 'Copy a note for your accountant' })
    if (!button) throw new Error('no button')
    await user.click(button)
    expect(await screen.findByText('The note was copied.')).toBeVisible()
    expect(heard.copied[0]).toMatch(/closed in Xero/)
    expect(heard.asked).toEqual([])
  })

  it('keeps the system’s own words one click away, as text', async () => {
    const { user, container } = await failures()
    const unknown = screen.getByRole('region', { name: 'The ledger refused this bill' })
    await user.click(within(unknown).getByText('The system’s own words'))
    expect(within(unknown).getByText('A <b>strange</b> answer')).toBeVisible()
    expect(container.querySelector('p b')).toBeNull()
  })

  it('unlinks a voided bill only after saying what will happen', async () => {
    const { user, heard, row, opener } = await voided()
    await user.click(opener)
    const dialog = screen.getByRole('alertdialog', { name: 'Unlink and export anew?' })
    expect(dialog).toHaveAccessibleDescription(
      /^Bill INV-1001 of SGD.10\.90 was voided in the ledger and stays as it is\. .* a new bill/,
    )
    expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
    expect(await faults(dialog)).toEqual([])
    expect(heard.asked).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Unlink and export anew' }))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(heard.asked).toMatchObject([
      { name: 'fix', data: { fix: { kind: 'unlink', invoiceId: 'green-1' } } },
    ])
    expect(await within(row).findByText('Done.')).toBeVisible()
    await waitFor(() => expect(opener).toHaveFocus())
  })

  it.each(['{Escape}', '{Enter}'])(
    'leaves a bill linked on %s, with the focus back on the fix',
    async key => {
      const { user, heard, opener } = await voided()
      await user.click(opener)
      await user.keyboard(key)
      expect(screen.queryByRole('alertdialog')).toBeNull()
      expect(heard.asked).toEqual([])
      await waitFor(() => expect(opener).toHaveFocus())
    },
  )

  it('asks no more about a bill that turned out to stand', async () => {
    const { user, heard, store, opener } = await voided()
    await user.click(opener)
    await postedAs(store, 'draft')
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(heard.asked).toEqual([])
  })

  it('has no fault that axe would find', async () => {
    const { container } = await failures()
    expect(await faults(container)).toEqual([])
  })
})
