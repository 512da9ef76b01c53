import { allStand, billsOf } from '../bills.ts'
import { marks, show } from '../clouds.ts'
import { killWorker } from '../kill-worker.ts'
import { letClearcloudExport } from '../options.ts'
import { type Step, same } from '../step.ts'

const outlet = 'Orchard Noodle House'

export const survive: Step = {
  name: 'survive',
  title: 'Kill the worker amid an export of a hundred, and lose one answer: a hundred bills, none twice',
  async play(world) {
    const { invoices } = world
    const options = await world.openOwn('options.html')
    await letClearcloudExport(options, outlet)
    await options.page.close()
    await invoices.page.bringToFront()
    await show(invoices, { outlet })
    const ready = (await world.host.invoices()).filter(
      invoice => invoice.outlet.name === outlet && invoice.exportStatus === 'READY',
    )
    if (ready.length < 100) throw new Error(`Only ${ready.length} invoices are ready`)
    await world.ledger.plan({
      match: { method: 'PUT', path: '/Invoices$' },
      times: 1,
      fault: { kind: 'drop-after-commit' },
    })
    await invoices.click('button', `Export all ready (${ready.length})`, 60_000)
    await invoices.until(
      async () =>
        (await world.ledger.bills()).filter(bill => ready.some(one => billsOf([bill], one).length > 0))
          .length,
      made => made > 0,
      60_000,
    )
    await killWorker(invoices.page)
    await world.shot('worker-killed')
    await allStand(world, ready, 100_000)
    await show(invoices, { outlet, status: 'Ready to Export', rows: '50' })
    const seen = await invoices.until(
      () => marks(invoices),
      found => found.length > 0 && found.every(({ name }) => name.startsWith('Exported')),
      60_000,
    )
    const bills = await world.ledger.bills()
    same(
      'Invoices with more than one bill',
      ready.filter(one => billsOf(bills, one).length > 1),
      [],
    )
    return { bills: ready.length, seen: seen.length }
  },
}
