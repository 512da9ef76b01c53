import { barCounts, is, marks, show, words } from '../clouds.ts'
import { setMode } from '../options.ts'
import { type Step, same } from '../step.ts'

const outlet = 'Harbour Street Kitchen'
const seven = 7

export const assignProducts: Step = {
  name: 'assign-products',
  title: 'Assign seven products in the side panel; what they unlock exports by itself',
  async play(world) {
    const { invoices } = world
    const options = await world.openOwn('options.html')
    await setMode(options, outlet, 'Product groups required (recommended)')
    await options.page.close()
    await invoices.page.bringToFront()
    await show(invoices, { outlet, status: 'Missing Product Group', rows: '50' })
    const yellow = (await world.host.invoices()).filter(
      invoice => invoice.outlet.name === outlet && invoice.exportStatus === 'MISSING_PRODUCT_GROUP',
    )
    await barCounts(invoices, [words.group, words.account], yellow.length)
    const before = (await world.ledger.bills()).length

    const panel = await world.appearing(/\/sidepanel\.html/, () =>
      invoices.click('button', /^Assign \d+ products?$/),
    )
    await panel.until(
      () => panel.all('combobox', 'Outlet'),
      ([select]) => select?.value === outlet,
    )
    const boxes = await panel.until(
      () => panel.all('checkbox', /^Select /),
      found => found.length >= seven,
    )
    for (const { name } of boxes.slice(0, seven)) await panel.click('checkbox', name)
    await panel.click('combobox', 'Product group')
    await panel.click('option', 'Dry Goods')
    const assign = await panel.find('button', /^Assign 7 products to Dry Goods/)
    const promised = Number(/(\d+) invoices? turns? ready/.exec(assign.name)?.[1] ?? 0)
    if (promised < 1) throw new Error(`The button does not say what it would unlock: ${assign.name}`)
    await world.shot('side-panel', panel)
    await panel.clickOn(assign)

    const made = await invoices.until(
      async () => (await world.ledger.bills()).length - before,
      count => count >= promised,
      60_000,
    )
    same('Bills that came of it', made, promised)
    const green = await invoices.until(
      () => marks(invoices),
      found => found.filter(mark => is(mark, 'exported')).length >= promised,
      30_000,
    )
    await world.shot('unlocked')
    await panel.page.close()
    return {
      products: seven,
      unlocked: promised,
      'yellow left': green.filter(mark => is(mark, 'group')).length,
    }
  },
}
