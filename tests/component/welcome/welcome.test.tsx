import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aStore } from '#tests/unit/store/a-store.ts'
import { Welcome } from '../../../entrypoints/welcome/Welcome.tsx'
import { aKitchen } from '../a-kitchen.ts'
import { faults, show } from '../a-surface.tsx'

describe('the welcome', () => {
  it('leads through three steps: the page, the sign-in, who exports', async () => {
    const { user, heard, container } = show(<Welcome />, aStore())
    await user.click(screen.getByRole('button', { name: 'Open Foodrazor' }))
    await user.click(screen.getByRole('button', { name: 'Sign in with Xero' }))
    expect(await screen.findByText('Done.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Choose in the options' }))
    expect(heard).toMatchObject({ tabs: ['https://www.foodrazor.com/'], options: 1 })
    expect(heard.asked).toEqual([{ name: 'sign-in', data: { ledger: 'xero' } }])
    expect(await faults(container)).toEqual([])
  })

  it('ticks off what is done', async () => {
    show(<Welcome />, await aKitchen())
    expect(await screen.findByRole('heading', { name: 'Open your Invoices page (done)' })).toBeVisible()
    expect(screen.getByText(/Signed in as/)).toHaveTextContent('Signed in as Clerk')
  })
})
