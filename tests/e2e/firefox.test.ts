import process from 'node:process'
import { beforeAll, describe, expect, test } from 'vitest'
import { discrepancies } from '#sandbox/tour/bills.ts'
import { is, marks, onlyMark, search, show } from '#sandbox/tour/clouds.ts'
import { letClearcloudExport, signIn } from '#sandbox/tour/options.ts'
import { onThePageCases } from './cases/on-the-page-cases.ts'
import { overlayCases } from './cases/overlay-cases.ts'
import { removalCase } from './cases/removal-case.ts'
import { aFirefoxWorld } from './firefox/a-firefox-world.ts'

// Given by the set-up; without a Firefox it tells why there is none.
const binary = process.env.FIREFOX_BIN ?? ''

describe.skipIf(binary === '')('in Firefox', () => {
  const world = aFirefoxWorld(binary)

  test.each([
    ['popup.html', 'Nothing seen yet'],
    ['sidepanel.html', 'Nothing seen yet'],
    ['options.html', 'Clearcloud options'],
    ['welcome.html', 'Welcome to Clearcloud'],
  ])('%s says at first: %s', async (page, title) => {
    const { openOwn, errors } = world()
    const screen = await openOwn(page)
    await screen.find('heading', title)
    await screen.page.close()
    expect(errors).toEqual([])
  })

  describe('on the Invoices page', () => {
    beforeAll(() => world().begin())

    overlayCases(world)

    test('the popup of the toolbar’s button counts, and opens the sidebar', async () => {
      const { beside, errors } = world()
      const sidebar = beside('sidebar')
      expect(await sidebar.all('heading')).toEqual([])
      await beside('window').click('button', /^Clearcloud/)
      const popup = beside('popup')
      await popup.find('button', /^Ready to export [1-9]/)
      await pressUntil(
        () => popup.clickIfThere('button', 'Open the side panel'),
        () => sidebar.find('tab', 'Products', 10_000),
      )
      await popup.gone('button', /(?:)/)
      expect(errors).toEqual([])
    })

    test('a card leads to the open sidebar, and to a tab where that is closed', async () => {
      const { invoices, beside, appearing, close } = world()
      await show(invoices, { status: 'Missing Product Group', rows: '25' })
      await invoices.until(
        () => marks(invoices),
        found => found.length > 0 && found.every(mark => is(mark, 'group', 'account')),
      )
      await invoices.click('button', /^Missing product group: /)
      await invoices.click('button', 'Open the side panel')
      await beside('sidebar').find('button', 'Show everything')
      await close('sidebar')
      const panel = await appearing(/\/sidepanel\.html$/, () =>
        invoices.click('button', 'Open the side panel'),
      )
      await panel.find('button', 'Show everything')
      await panel.page.close()
      await invoices.page.bringToFront()
      await invoices.page.keyboard.press('Escape')
    })

    test('says in the popup that the pages were taken from it, and asks for them', async () => {
      const { openOwn, beside, close } = world()
      const options = await openOwn('options.html')
      await options.page.evaluate(forgoPages)
      await options.page.close()
      const [button, popup] = [beside('window'), beside('popup')]
      await button.click('button', /^Clearcloud/)
      await popup.click('button', 'Allow on Foodrazor')
      await button.click('button', 'Allow')
      await button.gone('button', 'Allow')
      await button.click('button', /^Clearcloud/)
      await popup.find('button', /^Ready to export [1-9]/)
      expect(await popup.all('button', 'Allow on Foodrazor')).toEqual([])
      await close('popup')
      await popup.gone('button', /(?:)/)
    })

    onThePageCases(world)

    test('signs in by Firefox’s own window, and what is exported stands in the ledger', async () => {
      const { invoices, host, xero } = world()
      const outlet = 'Canal House Brasserie'
      const options = await signIn(world())
      await letClearcloudExport(options, outlet)
      await options.page.close()
      await invoices.page.bringToFront()
      await invoices.page.reload()
      const all = await host.invoices()
      const wanted = all.find(
        ({ outlet: { name }, exportStatus, invoiceNo }) =>
          name === outlet &&
          exportStatus === 'READY' &&
          all.filter(other => other.invoiceNo.includes(invoiceNo)).length === 1,
      )
      if (!wanted) throw new Error('There is no blue cloud')
      await show(invoices, { outlet })
      await search(invoices, wanted.invoiceNo)
      await invoices.clickOn(await onlyMark(invoices, ['ready']))
      await invoices.click('button', 'Export')
      await onlyMark(invoices, ['exported'], 60_000)
      expect(discrepancies(await xero.bills(), [wanted])).toEqual([])
    })

    removalCase(world, () => world().remove())
  })
})

/**
 * Presses, and presses again where nothing comes of it: of a popup that is just being filled, Firefox tells late where
 * its parts stand, so that a press can miss. @throws when nothing comes of the third press
 */
async function pressUntil(press: () => Promise<unknown>, comes: () => Promise<unknown>): Promise<void> {
  for (let presses = 1; ; presses += 1) {
    await press()
    try {
      await comes()
      return
    } catch (error) {
      if (presses === 3) throw error
    }
  }
}

/** Takes the pages from the extension, as a person does in Firefox's own list of permissions; runs in its options. */
async function forgoPages(): Promise<void> {
  const { permissions, runtime } = Reflect.get(globalThis, 'browser')
  await permissions.remove({ origins: runtime.getManifest().host_permissions })
}
