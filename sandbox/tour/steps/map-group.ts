import { marks, show } from '../clouds.ts'
import { type Step, same } from '../step.ts'

const outlet = 'Harbour Street Kitchen'

export const mapGroup: Step = {
  name: 'map-group',
  title: 'Map the group of a yellow cloud with nothing unassigned; its invoices export',
  async play(world) {
    const { invoices } = world
    await show(invoices, { outlet, status: 'Missing Product Group', rows: '50' })
    const before = (await world.ledger.bills()).length
    const yellow = await invoices.until(
      () => marks(invoices, 'account'),
      found => found.length > 0,
    )
    const [first] = yellow
    if (!first) throw new Error('No cloud lacks only an account')
    await invoices.clickOn(first)
    await invoices.choose(/^Account for /, '320 Smallwares')
    await world.shot('card')
    await invoices.click('button', 'Map')
    const made = await invoices.until(
      async () => (await world.ledger.bills()).length - before,
      count => count >= yellow.length,
      60_000,
    )
    same('Bills that came of it', made, yellow.length)
    await invoices.until(
      () => marks(invoices, 'account'),
      found => found.length === 0,
      30_000,
    )
    await invoices.page.keyboard.press('Escape')
    return { mapped: made }
  },
}
