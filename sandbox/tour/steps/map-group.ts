import { marks, show } from '../clouds.ts'
import type { Step } from '../step.ts'

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
    await invoices.find('dialog', /(?:)/)
    await world.shot('card')
    await invoices.choose(/account/i, /^320/)
    await invoices.click('button', /^Map/)
    await invoices.gone('button', /^Missing account/, 60_000)
    const mapped = await invoices.until(
      async () => (await world.ledger.bills()).length - before,
      made => made >= yellow.length,
      60_000,
    )
    return { mapped }
  },
}
