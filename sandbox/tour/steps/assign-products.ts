import { allStand } from '../bills.ts'
import { marks, search, show } from '../clouds.ts'
import { setMode } from '../options.ts'
import type { Step } from '../step.ts'

const outlet = 'Harbour Street Kitchen'
const seven = 7

export const assignProducts: Step = {
  name: 'assign-products',
  title: 'Assign seven products in the side panel; what they unlock exports by itself',
  async play(world) {
    const { invoices } = world
    const options = await world.openOwn('options.html')
    await setMode(options, outlet, /product groups/i)
    await options.page.close()
    await invoices.page.bringToFront()
    await show(invoices, { outlet, status: 'Missing Product Group', rows: '50' })
    const before = (await world.ledger.bills()).length

    const panel = await world.appearing(/\/sidepanel\.html/, () =>
      invoices.click('button', /^Assign \d+ products?/),
    )
    await panel.click('checkbox', /blocks an invoice/i)
    await panel.find('row', /(?:)/)
    const boxes = await panel.until(
      () => panel.all('checkbox', /^Select /),
      found => found.length >= seven,
    )
    for (const box of boxes.slice(0, seven)) await panel.clickOn(box)
    await panel.click('combobox', /^Product group/)
    await panel.click('option', 'Dry goods')
    const assign = await panel.find('button', /^Assign 7 products/)
    const promised = Number(/(\d+) invoices?/.exec(assign.name)?.[1] ?? 0)
    if (promised === 0) throw new Error(`The button does not say what it unlocks: ${assign.name}`)
    await world.shot('side-panel', panel)
    await panel.clickOn(assign)

    await invoices.until(
      async () => (await world.ledger.bills()).length - before,
      made => made >= promised,
      60_000,
    )
    const unlocked = (await world.host.invoices()).filter(({ id }) => id === '')
    await allStand(world, unlocked)
    await search(invoices, '')
    await invoices.until(
      () => marks(invoices, 'exported'),
      found => found.length >= Math.min(50, promised),
    )
    await world.shot('unlocked')
    return { products: seven, unlocked: promised }
  },
}
