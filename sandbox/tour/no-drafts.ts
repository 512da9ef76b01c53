import { marks, show } from './clouds.ts'
import type { Screen } from './screen.ts'
import { same } from './step.ts'
import type { World } from './world.ts'

const outlet = 'Orchard Noodle House'
const noDrafts = /QuickBooks has no draft bills: [^.]*posted at once, as an open bill/

/** Sees what a text says of QuickBooks having no drafts. @throws if it does not */
export function saysNoDrafts(text: string): string {
  const found = noDrafts.exec(text.replace(/\s+/g, ' '))?.[0]
  if (!found) throw new Error(`Nothing says that QuickBooks has no drafts: ${text.slice(0, 600)}`)
  return found
}

/** Sees the card of a blue cloud say that its bill will be posted at once. */
export async function toldBefore(world: World): Promise<string> {
  const { invoices } = world
  await show(invoices, { outlet, status: 'Ready to Export', rows: '25' })
  const [blue] = await invoices.until(
    () => marks(invoices, 'ready'),
    found => found.length === 25,
    30_000,
  )
  if (!blue) throw new Error('There is no blue cloud')
  await invoices.clickOn(blue)
  const said = saysNoDrafts(await invoices.textOf(await invoices.find('dialog', /(?:)/)))
  await world.shot('before-quickbooks')
  await invoices.page.keyboard.press('Escape')
  await invoices.gone('dialog', /(?:)/)
  return said
}

/** Sees every green cloud in sight say that its bill is posted, and not a draft. */
export async function toldAfter(invoices: Screen): Promise<string> {
  const names = (await marks(invoices, 'exported')).map(({ name }) => name)
  const [said = ''] = names
  same(
    'Green clouds that do not speak of an open bill',
    names.filter(name => !/posted as an open bill/.test(name)),
    [],
  )
  return said
}
