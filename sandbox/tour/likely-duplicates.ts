import { allStand } from './bills.ts'
import { is, marks, search, show } from './clouds.ts'
import type { HostInvoice } from './host.ts'
import type { Screen, Thing } from './screen.ts'
import type { World } from './world.ts'

const ofItsOwn = 'Export as a bill of its own'

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
  let shown = false
  for (const number of new Set(doubtful.map(({ invoiceNo }) => invoiceNo))) {
    const alike = doubtful.filter(({ invoiceNo }) => invoiceNo === number)
    await show(invoices, { rows: '50' })
    await search(invoices, number)
    for (let tries = 1; ; tries += 1) {
      const red = await nextRed(invoices, alike.length)
      if (!red) break
      if (tries > 20) throw new Error(`${number} is asked about again and again: ${red.description}`)
      await invoices.clickOn(red)
      await answered(invoices, red)
      if (!shown) await world.shot('likely-duplicate')
      shown = true
      await invoices.clickIfThere('button', ofItsOwn)
      await closeCard(invoices)
    }
  }
  await show(invoices, { rows: '50' })
}

/** Esc takes the uppermost piece away, and that may be a tooltip: the card goes with the next. */
async function closeCard(invoices: Screen): Promise<void> {
  for (let presses = 0; presses < 3 && (await invoices.all('dialog')).length > 0; presses++) {
    await invoices.page.keyboard.press('Escape')
  }
}

/** The first red mark among those in sight, once none of them is on its way; undefined once all are exported. */
async function nextRed(invoices: Screen, count: number): Promise<Thing | undefined> {
  const found = await invoices.until(
    () => marks(invoices),
    seen => seen.length === count && seen.every(mark => is(mark, 'exported', 'failed')),
    30_000,
  )
  return found.find(mark => is(mark, 'failed'))
}

/**
 * Waits for the card's offer, or until the mark is not red any more: it may have been seen between the decision and
 * its effect. It may be red again at once: one that was compared with the first is compared with the second.
 */
async function answered(invoices: Screen, red: Thing): Promise<void> {
  const isRed = (one: Thing) => one.id === red.id && is(one, 'failed')
  await invoices.until(
    async () => ({ buttons: await invoices.all('button', ofItsOwn), all: await marks(invoices) }),
    ({ buttons, all }) => buttons.length > 0 || !all.some(isRed),
  )
}
