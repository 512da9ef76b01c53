import { allStand } from './bills.ts'
import { is, marks, search, show } from './clouds.ts'
import type { HostInvoice } from './host.ts'
import type { Thing } from './screen.ts'
import type { World } from './world.ts'

/**
 * Waits until each of these invoices stands in the ledger once, to the cent, deciding on the page about those
 * that may be one. Gives how many these are. `patience` in ms. @throws naming those that do not stand
 */
export async function allDecided(
  world: World,
  invoices: readonly HostInvoice[],
  patience?: number,
): Promise<number> {
  const doubtful = mayBeOne(invoices)
  const plain = invoices.filter(invoice => !doubtful.includes(invoice))
  await allStand(world, plain, patience)
  await decide(world, doubtful)
  await allStand(world, invoices, patience)
  return doubtful.length
}

/** Invoices of one number that are of one supplier, or come to one total: the ledger may hold them already. */
function mayBeOne(invoices: readonly HostInvoice[]): HostInvoice[] {
  return invoices.filter(one =>
    invoices.some(
      other =>
        other !== one &&
        other.outlet.id === one.outlet.id &&
        other.invoiceNo === one.invoiceNo &&
        (other.supplier.id === one.supplier.id || Number(other.total) === Number(one.total)),
    ),
  )
}

/** The first of them became a bill. Of each other both are shown, and a person says that it is one of its own. */
async function decide(world: World, doubtful: readonly HostInvoice[]): Promise<void> {
  const { invoices } = world
  for (const number of new Set(doubtful.map(({ invoiceNo }) => invoiceNo))) {
    const alike = doubtful.filter(({ invoiceNo }) => invoiceNo === number)
    await show(invoices)
    await search(invoices, number)
    // One that was compared with the first is compared with the second as well.
    for (let left = alike.length - 1; left > 0; left -= 1) {
      const red = await failing(world, alike.length)
      for (const mark of red) {
        await invoices.clickOn(mark)
        await invoices.find('button', 'Open the bill')
        await world.shot('likely-duplicate')
        await invoices.click('button', 'Export as a bill of its own')
        await invoices.page.keyboard.press('Escape')
        const isRed = (one: Thing) => one.backendNodeId === mark.backendNodeId && is(one, 'failed')
        await invoices.until(
          () => marks(invoices),
          seen => !seen.some(isRed),
        )
      }
      if (red.length === 0) break
    }
    await invoices.until(
      () => marks(invoices),
      found => found.length === alike.length && found.every(mark => is(mark, 'exported')),
      30_000,
    )
  }
  await show(invoices)
}

/** The red marks among those in sight, once none of them is on its way. */
async function failing({ invoices }: World, count: number): Promise<Thing[]> {
  const found = await invoices.until(
    () => marks(invoices),
    seen => seen.length === count && seen.every(mark => is(mark, 'exported', 'failed')),
    30_000,
  )
  return found.filter(mark => is(mark, 'failed'))
}
