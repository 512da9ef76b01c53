import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { writeSetting } from '#lib/store/settings.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aStore, outletId, signIn } from '#tests/unit/store/a-store.ts'
import { Popup } from '../../../entrypoints/popup/Popup.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { faults, show } from '../a-surface.tsx'

describe('the popup', () => {
  it('says what to do before the first invoice was seen', async () => {
    const { heard, user } = show(<Popup />, aStore())
    await user.click(await screen.findByRole('button', { name: 'Open Foodrazor' }))
    expect(screen.getByText(/Open your Foodrazor Invoices page/)).toBeVisible()
    expect(screen.getByText('Not signed in')).toBeVisible()
    expect(heard.tabs).toEqual(['https://www.foodrazor.com/'])
  })

  it('counts what is ready, missing, exporting, exported and failed', async () => {
    show(<Popup />, await aKitchen())
    const totals = await screen.findByRole('list', { name: 'All outlets' })
    const names = within(totals)
      .getAllByRole('button')
      .map(button => button.textContent)
    expect(within(totals).getByRole('button', { name: 'Ready to export 1' })).toBeEnabled()
    expect(within(totals).getByRole('button', { name: 'Missing 3' })).toBeEnabled()
    expect(within(totals).getByRole('button', { name: 'Exporting 0' })).toBeDisabled()
    expect(within(totals).getByRole('button', { name: 'Exported 1' })).toBeEnabled()
    expect(within(totals).getByRole('button', { name: 'Export failed 3' })).toBeEnabled()
    expect(names).toHaveLength(5)
  })

  it('follows the store without being opened anew', async () => {
    const store = await aKitchen()
    show(<Popup />, store)
    await screen.findByRole('button', { name: 'Ready to export 1' })
    await store.invoices.update('ready-1' as never, { status: 'exported' })
    expect(await screen.findByRole('button', { name: 'Exported 2' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Ready to export 0' })).toBeDisabled()
  })

  it('leads from a count to the invoices that it counted, and back', async () => {
    const { user } = show(<Popup />, await aKitchen())
    await user.click(await screen.findByRole('button', { name: 'Ready to export 1' }))
    expect(await screen.findByText('R-1')).toBeVisible()
    expect(screen.queryByText('G-1')).toBeNull()
    await user.click(screen.getByRole('button', { name: '← Back' }))
    expect(await screen.findByRole('button', { name: 'Ready to export 1' })).toBeVisible()
  })

  it('leads from what is missing and what failed to the side panel, filtered to the outlet', async () => {
    const { user, heard } = show(<Popup />, await aKitchen())
    await user.click(await screen.findByRole('button', { name: 'Harbour Street Kitchen: 3 missing' }))
    await user.click(screen.getByRole('button', { name: 'Export failed 3' }))
    expect(heard.panels).toMatchObject([
      { tab: 'products', outletId, statuses: ['missing-product-group', 'missing-account'] },
      { tab: 'failures', outletId: null, statuses: ['failed'] },
    ])
  })

  it.each([
    ['Exported 1', ['G-1'], 'Exported'],
    ['Harbour Street Kitchen: 1 exported', ['G-1'], 'Exported · Harbour Street Kitchen'],
    ['7 invoices', ['R-1', 'A-1', 'F-1', 'F-2', 'F-3', 'Y-1', 'Y-2'], 'Not yet in the books'],
    ['SGD 76.30', ['R-1', 'A-1', 'F-2', 'F-3', 'Y-1', 'Y-2'], 'Not yet in the books · SGD'],
    ['EUR 10.90', ['F-1'], 'Not yet in the books · EUR'],
  ])('leads from %s to exactly the invoices that it counts', async (name, numbers, title) => {
    const store = await aKitchen()
    await store.invoices.update('red-1' as never, { currency: 'EUR' as never })
    const { user } = show(<Popup />, store)
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${name.replace(' ', '\\s')}$`) }))
    const list = await screen.findByRole('region', { name: title })
    const found = await within(list).findAllByRole('listitem')
    expect(found.map(item => /[A-Z]-\d/.exec(item.textContent ?? '')?.[0])).toEqual(numbers)
  })

  it('offers for an invoice of a list what its card offers, and the way to it on the page', async () => {
    const { user, heard, container } = show(<Popup />, await aKitchen())
    await user.click(await screen.findByRole('button', { name: 'Exported 1' }))
    await user.click(await screen.findByRole('button', { name: /^G-1/ }))
    expect(await faults(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Open the bill/ }))
    await user.click(screen.getByRole('button', { name: 'Show on the page' }))
    expect(heard.asked.map(({ data }) => data)).toEqual([
      { fix: { kind: 'open-bill', url: 'https://go.xero.com/bill-1' } },
      { fix: { kind: 'show-invoice', invoiceId: 'green-1', number: 'G-1' } },
    ])
  })

  it('draws a long list in parts, and all of it on asking', async () => {
    const store = await aKitchen()
    const row = await store.invoices.get('ready-1' as never)
    if (!row) throw new Error('no invoice')
    await store.invoices.bulkPut(
      Array.from({ length: 150 }, (_, n) => ({ ...row, id: `more-${n}` as typeof row.id, number: `M-${n}` })),
    )
    const { user } = show(<Popup />, store)
    await user.click(await screen.findByRole('button', { name: 'Ready to export 151' }))
    expect(await screen.findAllByRole('listitem')).toHaveLength(100)
    await user.click(screen.getByRole('button', { name: 'Show 51 more of 51' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(151)
  })

  it('says what is not yet in the books, per currency and since when', async () => {
    const store = await aKitchen()
    await store.invoices.update('red-1' as never, { currency: 'EUR' as never })
    show(<Popup />, store)
    const books = (await screen.findByText('Not yet in the books')).parentElement?.parentElement
    expect(books).toHaveTextContent(/SGD.76\.30 \+ EUR.10\.90/)
    expect(screen.getByRole('button', { name: '7 invoices' })).toBeVisible()
    expect(screen.getByText(/since .*Oct/)).toBeVisible()
  })

  it('exports all that is ready with one message and says how it ended', async () => {
    const { user, heard } = show(<Popup />, await aKitchen(), {
      'export-ready': () => ({ ok: true, said: 'Exporting 1 invoice.' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Export all ready (1)' }))
    expect(await screen.findByText('Exporting 1 invoice.')).toBeVisible()
    expect(heard.asked).toEqual([{ name: 'export-ready', data: { outletIds: null, invoiceIds: null } }])
  })

  it('cannot be clicked into a second export while the first is under way', async () => {
    const { user, heard } = show(<Popup />, await aKitchen(), { 'export-ready': () => new Promise(() => {}) })
    const button = await screen.findByRole('button', { name: 'Export all ready (1)' })
    await user.click(button)
    await user.click(button)
    expect(heard.asked).toHaveLength(1)
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveFocus()
  })

  it('says the problem where the person clicked', async () => {
    const { user } = show(<Popup />, await aKitchen(), {
      'retry-failed': () => ({ ok: false, problem: 'Sign in first.' }),
    })
    await user.click(await screen.findByRole('button', { name: /^Retry failed/ }))
    const actions = screen.getByRole('region', { name: 'Export' })
    expect(await within(actions).findByText('Sign in first.')).toBeVisible()
  })

  it('says so when the extension was updated under it', async () => {
    const { user } = show(<Popup />, await aKitchen(), {
      'export-ready': () => Promise.reject(new Error('Extension context invalidated.')),
    })
    await user.click(await screen.findByRole('button', { name: /^Export all ready/ }))
    expect(await screen.findByText(/Clearcloud was updated/)).toBeVisible()
  })

  it('says why nothing can be exported where Foodrazor exports', async () => {
    const store = await aKitchen()
    await store.outlets.put(anOutlet({ exporter: 'foodrazor' }))
    await store.invoices.toCollection().modify({ exportable: 0 })
    show(<Popup />, store)
    expect(await screen.findByText(/outlets that Foodrazor exports/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Export all ready (0)' })).toBeDisabled()
  })

  it('shows an expired connection as one banner with one button', async () => {
    const store = await aKitchen()
    await store.outlets.toCollection().modify(outlet => {
      if (outlet.connection) outlet.connection.state = 'expired'
    })
    const { user, heard } = show(<Popup />, store)
    await user.click(await screen.findByRole('button', { name: 'Reconnect' }))
    expect(heard.asked).toEqual([{ name: 'sign-in', data: {} }])
  })

  it.each([
    ['server-unreachable', 'Our server cannot be reached'],
    ['storage-full', 'This computer’s storage is full'],
  ] as const)('says so honestly: %s', async (trouble, words) => {
    const store = await aKitchen()
    await writeSetting(store, 'banner', [trouble])
    show(<Popup />, store)
    expect(await screen.findByRole('heading', { name: words })).toBeVisible()
  })

  it('shows how far a run is, and cancels it', async () => {
    const store = await aKitchen()
    await writeSetting(store, 'run', { since: '2026-11-03T00:00:00.000Z' as never })
    await store.exports.toCollection().modify({ queuedAt: '2026-11-03T00:30:00.000Z' as never })
    await store.exports.where('state').equals('posted').limit(1).modify({ state: 'sent' })
    const { user, heard } = show(<Popup />, store)
    expect(await screen.findByRole('progressbar', { name: 'Exports done' })).toHaveAttribute('max', '4')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(heard.asked).toEqual([{ name: 'cancel-exports', data: {} }])
  })

  it('offers no cancel once the run is over', async () => {
    const store = await aKitchen()
    await writeSetting(store, 'run', { since: '2026-11-03T00:00:00.000Z' as never })
    await store.exports
      .where('state')
      .equals('posted')
      .modify({ queuedAt: '2026-11-03T00:30:00.000Z' as never })
    show(<Popup />, store)
    expect(await screen.findByText(/^Exported: (\d+) of \1$/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
  })

  it('lists the last exports, newest first, and opens a bill', async () => {
    const { user, heard } = show(<Popup />, await aKitchen())
    const list = await screen.findByRole('region', { name: 'Last exports' })
    const numbers = within(list)
      .getAllByRole('listitem')
      .map(item => /[FG]-\d/.exec(item.textContent ?? '')?.[0])
    expect(numbers).toEqual(['F-3', 'F-2', 'F-1', 'G-1'])
    await user.click(within(list).getByRole('button', { name: 'draft bill of G-1: open it' }))
    expect(heard.asked).toEqual([
      { name: 'fix', data: { fix: { kind: 'open-bill', url: 'https://go.xero.com/bill-1' } } },
    ])
  })

  it('opens the side panel and the options', async () => {
    const store = aStore()
    await signIn(store)
    const { user, heard } = show(<Popup />, store)
    await user.click(screen.getByRole('button', { name: 'Open the side panel' }))
    await user.click(screen.getByRole('button', { name: 'Options' }))
    await waitFor(() => expect(heard.options).toBe(1))
    expect(heard.panels).toHaveLength(1)
  })

  it('has no fault that axe would find', async () => {
    const { container } = show(<Popup />, await aKitchen())
    await screen.findByRole('region', { name: 'Last exports' })
    expect(await faults(container)).toEqual([])
  })
})
