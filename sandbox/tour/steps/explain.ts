import { marks, show, type Word } from '../clouds.ts'
import { type Step, same } from '../step.ts'
import type { World } from '../world.ts'

/** What each of the host's clouds may mean in our words. */
const meanings: readonly { host: string; ours: Word[] }[] = [
  { host: 'Ready to Export', ours: ['ready'] },
  { host: 'Exported Successfully', ours: ['exported'] },
  { host: 'Missing Product Group', ours: ['group', 'account'] },
  { host: 'Export Failed', ours: ['failed'] },
]

export const explain: Step = {
  name: 'explain',
  title: 'See every cloud of the page explained',
  async play(world) {
    let explained = 0
    for (const { host, ours } of meanings) {
      await show(world.invoices, { status: host, rows: '50' })
      const count = (await world.host.invoices()).filter(
        ({ exportStatus }) => exportStatus === keyOf(host),
      ).length
      const seen = await world.invoices.until(
        () => marks(world.invoices),
        found => found.length === Math.min(50, count),
      )
      const others = seen.filter(mark => !ours.some(word => isNamed(mark.name, word)))
      same(
        `Marks over “${host}” that say something else`,
        others.map(({ name }) => name),
        [],
      )
      explained += seen.length
    }
    await hoverYellow(world)
    await show(world.invoices, {})
    return { explained }
  },
}

function isNamed(name: string, word: Word): boolean {
  const beginnings: Record<Word, RegExp> = {
    ready: /^Ready to export/,
    exported: /^Exported/,
    group: /^Missing product group/,
    account: /^Missing account/,
    exporting: /^Exporting/,
    failed: /^Export failed/,
  }
  return beginnings[word].test(name)
}

function keyOf(host: string): string {
  return (
    {
      'Ready to Export': 'READY',
      'Exported Successfully': 'EXPORTED',
      'Missing Product Group': 'MISSING_PRODUCT_GROUP',
    }[host] ?? 'FAILED'
  )
}

/** The tooltip names what is missing here, not only what the colour means. */
async function hoverYellow({ invoices, shot }: World): Promise<void> {
  await show(invoices, { outlet: 'Harbour Street Kitchen', status: 'Missing Product Group', rows: '50' })
  const [yellow] = await invoices.until(
    () => marks(invoices, 'group'),
    found => found.length > 0 && found.some(({ name }) => /“.+” ha(s|ve) no product group/.test(name)),
    30_000,
  )
  if (!yellow) throw new Error('There is no yellow cloud')
  await invoices.hoverOver(yellow)
  await invoices.find('tooltip', /(?:)/)
  await shot('tooltip')
}
