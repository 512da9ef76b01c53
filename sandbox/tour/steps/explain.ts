import { is, marks, show, type Word } from '../clouds.ts'
import type { HostInvoice } from '../host.ts'
import { type Step, same } from '../step.ts'
import type { World } from '../world.ts'

/** What each of the host's clouds may mean in our words. */
const meanings: readonly { host: string; status: HostInvoice['exportStatus']; ours: Word[] }[] = [
  { host: 'Ready to Export', status: 'READY', ours: ['ready'] },
  { host: 'Exported Successfully', status: 'EXPORTED', ours: ['exported'] },
  { host: 'Missing Product Group', status: 'MISSING_PRODUCT_GROUP', ours: ['group', 'account'] },
  { host: 'Export Failed', status: 'FAILED', ours: ['failed'] },
]
const rows = 50
const lacking = /“.+” ha(?:s|ve) no product group\./

export const explain: Step = {
  name: 'explain',
  title: 'See every cloud of the page explained',
  async play(world) {
    let explained = 0
    for (const { host, status, ours } of meanings) {
      await show(world.invoices, { status: host, rows: String(rows) })
      const count = (await world.host.invoices()).filter(({ exportStatus }) => exportStatus === status).length
      const seen = await world.invoices.until(
        () => marks(world.invoices),
        found => found.length === Math.min(rows, count) && found.every(mark => is(mark, ...ours)),
      )
      explained += seen.length
    }
    await hoverYellow(world)
    return { explained }
  },
}

/** The tooltip names what is missing here, not only what the colour means. */
async function hoverYellow({ invoices, shot }: World): Promise<void> {
  await show(invoices, {
    outlet: 'Harbour Street Kitchen',
    status: 'Missing Product Group',
    rows: String(rows),
  })
  const [yellow] = await invoices.until(
    () => marks(invoices, 'group'),
    found => found.length > 0 && found.every(({ name }) => lacking.test(name)),
    30_000,
  )
  if (!yellow) throw new Error('There is no yellow cloud')
  await invoices.hoverOver(yellow)
  const tooltip = await invoices.find('tooltip', /(?:)/)
  const [reason = yellow.name] = lacking.exec(yellow.name) ?? []
  same('Whether the tooltip says the reason', (await invoices.textOf(tooltip)).includes(reason), true)
  await shot('tooltip')
}
