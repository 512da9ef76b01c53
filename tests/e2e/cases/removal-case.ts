import { expect, test } from 'vitest'
import { marks, show } from '#sandbox/tour/clouds.ts'
import type { PageWorld } from './page-world.ts'

/** What is left of us when the extension is removed, in whichever browser. Nothing can be tested after it. */
export function removalCase(world: () => PageWorld, remove: () => Promise<unknown>): void {
  test('leaves nothing in the page when the extension is removed and the person comes back', async () => {
    const { invoices, stack, open } = world()
    await invoices.page.reload()
    await show(invoices, { rows: '25' })
    await invoices.until(
      () => marks(invoices),
      found => found.length > 10,
    )
    const elsewhere = await open(`${stack.sandbox.origin}/catalog/products`)
    await remove()
    await elsewhere.page.close()
    await invoices.page.bringToFront()
    const left = async () =>
      (await invoices.page.evaluate(() => document.querySelectorAll('[data-clearcloud]').length)) as number
    await invoices.until(left, count => count === 0)
    await show(invoices, { status: 'Ready to Export', rows: '25' })
    await invoices.until(
      () => invoices.all('button', 'Ready to Export'),
      found => found.length === 25,
    )
    expect(await left()).toBe(0)
    expect(await marks(invoices)).toEqual([])
  })
}
