import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AccessBanner } from '#components/AccessBanner.tsx'
import { aStore } from '#tests/unit/store/a-store.ts'
import { faults, show } from '../a-surface.tsx'

/** A browser that keeps us off the pages, whose person answers so when asked. */
function aBrowser(answer: boolean) {
  const hearers = new Set<() => void>()
  let has = false
  return {
    has: async () => has,
    async request() {
      if (answer) this.set(true)
      return answer
    },
    onChange(hear: () => void) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    hearers,
    set(now: boolean) {
      has = now
      for (const hear of hearers) hear()
    },
  }
}

describe('the banner about the access to the pages', () => {
  it('says that there is none, asks for it, and what to do then', async () => {
    const { user, container } = show(<AccessBanner />, aStore(), {}, aBrowser(true))
    expect(await screen.findByRole('heading', { name: 'Not allowed on Foodrazor’s pages' })).toBeVisible()
    expect(await faults(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Allow on Foodrazor' }))
    expect(await screen.findByText(/Reload your Invoices page/)).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says when it was refused, and can be asked again', async () => {
    const { user } = show(<AccessBanner />, aStore(), {}, aBrowser(false))
    await user.click(await screen.findByRole('button', { name: 'Allow on Foodrazor' }))
    expect(await screen.findByText(/It was not allowed/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Allow on Foodrazor' })).toBeEnabled()
  })

  it('comes when the access is taken back, follows when it is given elsewhere, and listens no longer than it is there', async () => {
    const access = aBrowser(true)
    access.set(true)
    const { container, unmount } = show(<AccessBanner />, aStore(), {}, access)
    await act(async () => undefined)
    expect(container).toBeEmptyDOMElement()
    await act(async () => access.set(false))
    expect(screen.getByRole('button', { name: 'Allow on Foodrazor' })).toBeVisible()
    await act(async () => access.set(true))
    expect(screen.getByText(/Reload your Invoices page/)).toBeVisible()
    unmount()
    expect(access.hearers.size).toBe(0)
  })
})
