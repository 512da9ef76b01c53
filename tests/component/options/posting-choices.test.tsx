import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Posting } from '#lib/domain/posting.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'
import { xeroTaxRates } from '#tests/builders/tax-rates.ts'
import { outletId } from '#tests/unit/store/a-store.ts'
import { Options } from '../../../entrypoints/options/Options.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { faults, show } from '../a-surface.tsx'

/** The options of one outlet with what is posted unfolded. */
async function unfolded(posting: object = {}, lists: Record<string, unknown> = {}) {
  const store = await aKitchen()
  await store.outlets.put(anOutlet({ posting: Posting.parse(posting) }))
  await store.lists.put({ connectionId: aConnection.id as never, lists: someLists(lists) })
  const shown = show(<Options />, store)
  await shown.user.click(await screen.findByText('What is posted'))
  return { ...shown, data: () => shown.heard.asked.map(({ data }) => data) }
}

describe('what an outlet posts', () => {
  it('is lines or groups, the account of each charge, and a tolerance', async () => {
    const { user, data, container } = await unfolded({ chargeAccounts: { deposit: '310' } })
    await user.selectOptions(screen.getByRole('combobox', { name: /^Lines of a bill/ }), 'by-group')
    await user.click(screen.getByRole('combobox', { name: /^Account of delivery/ }))
    await user.keyboard('311{Enter}')
    await user.click(screen.getByRole('combobox', { name: /^Account of deposits/ }))
    await user.keyboard('largest{Enter}')
    const tolerance = screen.getByRole('textbox', { name: /^Rounding tolerance/ })
    await user.clear(tolerance)
    await user.type(tolerance, '0,10{Enter}')
    expect(data()).toEqual([
      { outletId, posting: { lines: 'by-group' } },
      { outletId, posting: { chargeAccounts: { deposit: '310', delivery: '311' } } },
      { outletId, posting: { chargeAccounts: {} } },
      { outletId, posting: { tolerance: '0.10' } },
    ])
    expect(await faults(container)).toEqual([])
  })

  it('keeps no tolerance that is no amount, and says so', async () => {
    const { user, data } = await unfolded()
    const tolerance = screen.getByRole('textbox', { name: /^Rounding tolerance/ })
    await user.clear(tolerance)
    await user.type(tolerance, '5 cents{Enter}')
    expect(screen.getByText(/An amount between 0 and 10/)).toBeVisible()
    expect(tolerance).toBeInvalid()
    expect(data()).toEqual([])
    await user.keyboard('{Escape}')
    expect(tolerance).toHaveValue('0.05')
  })

  it('lets a person say which tax code is meant where the ledger has several of a rate', async () => {
    const { user, data } = await unfolded({}, { taxRates: xeroTaxRates.unitedKingdom })
    const twenty = screen.getByRole('combobox', { name: /^Tax code of 20 %/ })
    expect(twenty).toHaveDisplayValue('The account’s own, else 20% (VAT on Expenses)')
    await user.selectOptions(twenty, 'Reverse Charge Expenses (20%)')
    expect(data()).toEqual([{ outletId, posting: { taxCodes: { 20: 'REVERSECHARGES' } } }])
  })

  it('asks for no tax code where the ledger has one of each rate', async () => {
    await unfolded()
    expect(screen.queryByRole('combobox', { name: /^Tax code/ })).toBeNull()
  })

  it('says what was chosen and is gone', async () => {
    await unfolded({ chargeAccounts: { rounding: '390' }, taxCodes: { 9: 'OLD9' } })
    expect(screen.getByText(/It cannot take a bill’s line/)).toBeVisible()
    expect(screen.getByText(/Nothing is posted with it/)).toBeVisible()
    expect(screen.getByRole('combobox', { name: /^Tax code of 9 %/ })).toHaveDisplayValue(/OLD9 \(no longer/)
  })
})
