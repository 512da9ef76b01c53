import { barCounts, words } from './clouds.ts'
import type { HostInvoice } from './host.ts'
import type { OutletName } from './outlets.ts'
import type { Thing } from './screen.ts'
import type { World } from './world.ts'

const button = /^Export all ready/

/**
 * Presses *Export all ready* once the bar has followed the list's outlet filter, and sees that it was heard.
 * Gives what the host calls ready among these outlets' invoices; Clearcloud may know of more. `exporting`: the
 * outlets that Clearcloud exports for; `shown`: those of the filter, all if not given.
 */
export async function exportAll(
  world: World,
  exporting: readonly OutletName[],
  shown?: OutletName,
): Promise<HostInvoice[]> {
  const { invoices, host } = world
  const all = await host.invoices()
  const yellow = all.filter(
    ({ outlet, exportStatus }) =>
      exportStatus === 'MISSING_PRODUCT_GROUP' && (shown === undefined || outlet.name === shown),
  )
  const ready = all.filter(
    ({ outlet, exportStatus }) => exportStatus === 'READY' && exporting.some(name => name === outlet.name),
  )
  await barCounts(invoices, [words.group, words.account], yellow.length)
  const counted = ({ name }: Thing) => Number(/\((\d+)\)/.exec(name)?.[1] ?? 0)
  await invoices.until(
    () => invoices.all('button', button),
    ([found]) => found !== undefined && counted(found) >= ready.length,
    60_000,
  )
  await invoices.click('button', button)
  try {
    await invoices.gone('button', button, 60_000)
  } catch (cause) {
    const bar = await invoices.textOf(await invoices.find('region', 'Clearcloud'))
    throw new Error(`The bar still offers the export, and says: ${bar}`, { cause })
  }
  return ready
}
