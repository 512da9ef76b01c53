import { z } from 'zod'
import { chooseOption, optionWanted } from '#sandbox/tour/choose-option.ts'
import type { Thing } from '#sandbox/tour/eyes.ts'
import type { Bidi } from './bidi.ts'

const Nodes = z.object({ nodes: z.array(z.object({ sharedId: z.string() })) })

/** Chooses an option of a native select of a page, which it finds by its accessible name. Gives null, or the options. */
export async function choose(
  bidi: Bidi,
  tab: string,
  select: Thing,
  option: string | RegExp,
): Promise<string[] | null> {
  const locator = { type: 'accessibility', value: { role: select.role, name: select.name } }
  const { nodes } = Nodes.parse(await bidi.send('browsingContext.locateNodes', { context: tab, locator }))
  const [node] = nodes
  if (!node) throw new Error(`${select.role} ${select.name} is detached from the page`)
  return z
    .array(z.string())
    .nullable()
    .parse(await bidi.callOn(tab, node.sharedId, chooseOption, ...optionWanted(option)))
}
