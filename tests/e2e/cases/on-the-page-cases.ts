import { expect, test } from 'vitest'
import { marks, show, words } from '#sandbox/tour/clouds.ts'
import type { PageWorld } from './page-world.ts'

/** What happens between the overlay and the page under it, in whichever browser. The last spoils the page. */
export function onThePageCases(world: () => PageWorld): void {
  test('a hovered cloud is explained, and Esc dismisses the tooltip', async () => {
    const { invoices } = world()
    await show(invoices, { status: 'Ready to Export', rows: '25' })
    const [mark] = await invoices.until(
      () => marks(invoices, 'ready'),
      found => found.length === 25,
    )
    if (!mark) throw new Error('There is no mark')
    await invoices.hoverOver(mark)
    const tooltip = await invoices.find('tooltip', /(?:)/)
    expect(await invoices.textOf(tooltip)).toContain(words.ready)
    await invoices.page.keyboard.press('Escape')
    await invoices.gone('tooltip', /(?:)/)
  })

  test("the host's own double-click on a red cloud still opens its error details", async () => {
    const { invoices } = world()
    await show(invoices, { status: 'Export Failed', rows: '25' })
    await invoices.until(
      () => invoices.all('button', 'Export Failed'),
      found => found.length === 2,
    )
    await invoices.clickOn(await invoices.find('button', 'Export Failed'), { count: 2 })
    await invoices.find('button', 'Retry')
    await invoices.click('button', 'Close')
  })

  test('a page that keeps removing our marks is left alone, and the bar says so', async () => {
    const { invoices } = world()
    await show(invoices, { rows: '25' })
    await invoices.until(
      () => marks(invoices),
      found => found.length > 10,
    )
    await invoices.page.evaluate(() => {
      const remove = () => {
        for (const mark of document.querySelectorAll('[data-clearcloud="mark"]')) mark.remove()
      }
      new MutationObserver(remove).observe(document.body, { childList: true, subtree: true })
      remove()
    })
    await invoices.find('StaticText', /keeps removing our marks/, 30_000)
  })
}
