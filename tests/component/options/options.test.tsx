import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SupplierId } from '#lib/domain/ids.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'
import { aStore, outletId } from '#tests/unit/store/a-store.ts'
import { Options } from '../../../entrypoints/options/Options.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { faults, show } from '../a-surface.tsx'

afterEach(() => vi.unstubAllGlobals())

/** A server that answers its health check as told. */
function serverAnswers(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn(async (_url: string) => answer())
  vi.stubGlobal('fetch', fetch)
  return fetch
}

describe('the options: account', () => {
  it('checks a new server address before it is kept', async () => {
    const fetch = serverAnswers(() => Response.json({ ok: true }))
    const { user, heard } = show(<Options />, aStore(), {
      'set-server': () => ({ ok: true, said: 'Now using it. Sign in there.' }),
    })
    const field = await screen.findByRole('textbox', { name: 'Server address' })
    await user.clear(field)
    await user.type(field, 'clearcloud.example/')
    await user.click(screen.getByRole('button', { name: 'Check and save' }))
    expect(await screen.findByText(/clearcloud.example is reachable.*Sign in there/)).toBeVisible()
    expect(fetch.mock.calls[0]?.[0]).toBe('https://clearcloud.example/healthz')
    expect(heard.asked).toEqual([{ name: 'set-server', data: { url: 'https://clearcloud.example' } }])
  })

  it.each([
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['it is not a Clearcloud server', () => new Response('<html>')],
    ['not well \\(503\\)', () => new Response('', { status: 503 })],
  ])('keeps nothing of an address and says why: %s', async (words, answer) => {
    serverAnswers(answer)
    const { user, heard } = show(<Options />, aStore())
    const field = await screen.findByRole('textbox', { name: 'Server address' })
    await user.type(field, '9')
    await user.click(screen.getByRole('button', { name: 'Check and save' }))
    expect(await screen.findByText(new RegExp(words))).toBeVisible()
    expect(heard.asked).toEqual([])
  })

  it('signs in, connects the other ledger, and signs out again', async () => {
    const store = aStore()
    const { user, heard } = show(<Options />, store)
    await user.click(await screen.findByRole('button', { name: 'Sign in with Xero' }))
    const session = await (await aKitchen()).settings.get('session')
    await writeSetting(store, 'session', session?.value as never)
    await user.click(await screen.findByRole('button', { name: 'Connect QuickBooks' }))
    await user.click(await screen.findByRole('button', { name: 'Sign out' }))
    expect(heard.asked).toEqual([
      { name: 'sign-in', data: { ledger: 'xero' } },
      { name: 'sign-in', data: { ledger: 'quickbooks' } },
      { name: 'sign-out', data: {} },
    ])
  })
})

describe('the options: outlets', () => {
  it('says what switching the exporter means and asks first', async () => {
    const store = await aKitchen()
    await store.outlets.put(anOutlet({ exporter: 'foodrazor' }))
    const { user, heard } = show(<Options />, store, {
      'set-outlet': () => ({ ok: true, said: 'Saved. 3 bills that stood already were linked.' }),
    })
    const who = await screen.findByRole('combobox', { name: 'Who exports for Harbour Street Kitchen' })
    await user.selectOptions(who, 'Clearcloud')
    const dialog = screen.getByRole('alertdialog')
    expect(dialog).toHaveTextContent(/looked up and linked, so that none is made a second time/)
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(heard.asked).toEqual([])
    expect(who).toHaveValue('foodrazor')
    await waitFor(() => expect(who).toHaveFocus())
    await user.selectOptions(who, 'Clearcloud')
    await user.click(screen.getByRole('button', { name: 'Link and switch' }))
    expect(heard.asked).toEqual([{ name: 'set-outlet', data: { outletId, exporter: 'clearcloud' } }])
    expect(await screen.findByText(/3 bills that stood already were linked/)).toBeVisible()
  })

  it('does not offer Clearcloud to an outlet without an organisation, and says why', async () => {
    const store = await aKitchen()
    await store.outlets.put(anOutlet({ exporter: 'foodrazor', connection: null }))
    const { user } = show(<Options />, store)
    const who = await screen.findByRole('combobox', { name: /^Who exports/ })
    expect(within(who).getByRole('option', { name: 'Clearcloud' })).toBeDisabled()
    expect(who).toHaveAccessibleDescription(/once the outlet has an organisation: choose one first/)
    await user.selectOptions(who, 'Clearcloud')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    await store.settings.delete('session')
    await waitFor(() => expect(who).toHaveAccessibleDescription(/sign in first/))
  })

  it('leaves all as it is on Esc', async () => {
    const { user, heard } = show(<Options />, await aKitchen())
    await user.selectOptions(await screen.findByRole('combobox', { name: /^Who exports/ }), 'foodrazor')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(heard.asked).toEqual([])
  })

  it('does not offer Automatic for QuickBooks', async () => {
    const store = await aKitchen()
    await store.outlets.put(anOutlet({ connection: { ...aConnection, ledger: 'quickbooks' } }))
    show(<Options />, store)
    const mode = await screen.findByRole('combobox', { name: /^Order export mode/ })
    const names = within(mode)
      .getAllByRole('option')
      .map(option => option.textContent)
    expect(names).toEqual(['Manual', 'Product groups required (recommended)'])
    expect(screen.getByText(/Automatic is not offered/)).toBeVisible()
  })

  it('saves the mode, the default account and the tracking as they are chosen', async () => {
    const store = await aKitchen()
    const tracking = [{ name: 'Region', options: ['North', 'South'] }]
    await store.lists.put({ connectionId: aConnection.id as never, lists: someLists({ tracking }) })
    const { user, heard } = show(<Options />, store)
    await user.selectOptions(await screen.findByRole('combobox', { name: /^Order export mode/ }), 'Automatic')
    await user.selectOptions(await screen.findByRole('combobox', { name: /^Tracking/ }), 'Region: South')
    await user.click(screen.getByRole('combobox', { name: /^Default account/ }))
    await user.keyboard('311{Enter}')
    expect(heard.asked.map(({ data }) => data)).toEqual([
      { outletId, mode: 'automatic' },
      { outletId, tracking: { category: 'Region', option: 'South' } },
      { outletId, defaultAccount: '311' },
    ])
  })

  it('says beside the outlet why a change was refused', async () => {
    const { user } = show(<Options />, await aKitchen(), {
      'set-outlet': () => ({ ok: false, problem: 'Exports of this outlet are under way.' }),
    })
    await user.selectOptions(await screen.findByRole('combobox', { name: /^Order export mode/ }), 'Manual')
    expect(await screen.findByText('Exports of this outlet are under way.')).toBeVisible()
  })
})

describe('the options: suppliers', () => {
  it('lists unlinked suppliers first and suggests a contact of a similar name', async () => {
    const store = await aKitchen()
    await store.suppliers.put({ outletId, id: 's-2' as SupplierId, name: 'Aardvark Linen' })
    await store.suppliers.put({ outletId, id: 's-3' as SupplierId, name: 'Valley Produce' })
    await store.supplierContacts.put({
      outletId,
      supplierId: 's-2' as SupplierId,
      contactId: 'contact-1' as never,
      at: '2026-11-03T02:00:00.000Z' as never,
    })
    const { user, heard } = show(<Options />, store)
    const table = await screen.findByRole('table', { name: '2 of 3 not linked' })
    const names = within(table)
      .getAllByRole('rowheader')
      .map(cell => cell.querySelector('bdi')?.textContent)
    expect(names).toEqual(['Green Valley Produce', 'Valley Produce', 'Aardvark Linen'])
    await user.click(within(table).getByRole('button', { name: 'Link to Green Valley Produce' }))
    expect(heard.asked).toEqual([
      { name: 'link-contact', data: { outletId, supplierId: 's-3', contactId: 'contact-1' } },
    ])
  })

  it('says where the bills of each go, and what stands in their way', async () => {
    const store = await aKitchen()
    const contact = (id: string, name: string, active = true) => ({ id, name, active })
    const contacts = [
      contact('c-1', 'Green Valley Produce Pte Ltd'),
      contact('c-2', 'Old Mill Dairy', false),
      contact('c-3', 'Sun Farm Ltd'),
      contact('c-4', 'Sun Farm LLC'),
    ]
    await store.lists.put({ connectionId: aConnection.id as never, lists: someLists({ contacts }) })
    for (const name of ['Old Mill Dairy', 'Sun Farm', 'New Farm'])
      await store.suppliers.put({ outletId, id: name as SupplierId, name })
    show(<Options />, store)
    const table = await screen.findByRole('table', { name: '4 of 4 not linked' })
    const said = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => [
        row.querySelector('bdi')?.textContent,
        row.querySelector('td p')?.textContent,
        within(row)
          .queryAllByRole('button', { name: /^Link to/ })
          .map(({ textContent }) => textContent),
      ])
    expect(said).toEqual([
      ['Green Valley Produce', 'Goes to Green Valley Produce Pte Ltd.', []],
      ['New Farm', 'A new contact is made with its first bill.', []],
      [
        'Old Mill Dairy',
        'Old Mill Dairy is archived in the ledger: choose another, or restore it there.',
        [],
      ],
      [
        'Sun Farm',
        'Several contacts may be meant: choose one.',
        ['Link to Sun Farm Ltd', 'Link to Sun Farm LLC'],
      ],
    ])
  })
})

describe('the options: data', () => {
  it('writes mapping and settings to a file', async () => {
    const { user, heard } = show(<Options />, aStore(), { 'export-data': () => ({ text: '{}' }) })
    await user.click(await screen.findByRole('button', { name: 'Export to a file' }))
    expect(await screen.findByText(/^Written to clearcloud-.*\.json\.$/)).toBeVisible()
    expect(heard.saved).toMatchObject([{ text: '{}' }])
  })

  it('hands a file over and says clearly why it was refused', async () => {
    const { user, heard } = show(<Options />, aStore(), {
      'import-data': () => ({ ok: false, problem: 'This file is not JSON.' }),
    })
    const file = new File(['<nothing>'], 'notes.json', { type: 'application/json' })
    await user.upload(await screen.findByLabelText('Import from a file'), file)
    expect(await screen.findByText('This file is not JSON.')).toBeVisible()
    expect(heard.asked).toEqual([{ name: 'import-data', data: { text: '<nothing>' } }])
  })

  it('erases only after the word was typed', async () => {
    const { user, heard } = show(<Options />, aStore())
    await user.click(await screen.findByRole('button', { name: 'Erase everything…' }))
    expect(screen.getByRole('button', { name: 'Erase' })).toBeDisabled()
    await user.type(within(screen.getByRole('alertdialog')).getByRole('textbox'), 'erase')
    await user.click(screen.getByRole('button', { name: 'Erase' }))
    await waitFor(() => expect(heard.asked).toEqual([{ name: 'erase-data', data: {} }]))
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('has no fault that axe would find', async () => {
    const { container } = show(<Options />, await aKitchen())
    await screen.findByRole('table', { name: /not linked/ })
    expect(await faults(container)).toEqual([])
  })
})
