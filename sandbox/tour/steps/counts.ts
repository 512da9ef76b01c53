import { billsOf } from '../bills.ts'
import { show, words } from '../clouds.ts'
import type { Screen } from '../screen.ts'
import { type Step, same } from '../step.ts'

export const counts: Step = {
  name: 'counts',
  title: "Find the popup's counts equal to the page's and the ledger's",
  async play(world) {
    await show(world.invoices, {})
    const page = await countsOf(world.invoices)
    const popup = await world.popup()
    const seen = await countsOf(popup)
    await world.shot('popup', popup)
    same("The popup's counts beside the page's", seen, page)
    const [invoices, bills] = await Promise.all([world.host.invoices(), world.ledger.bills()])
    const standing = invoices.filter(
      invoice => billsOf(bills, invoice).length > 0 || invoice.exportStatus === 'EXPORTED',
    ).length
    same('Exported on screen beside the ledger', seen.exported, standing)
    return { ...seen }
  },
}

/** The counts as buttons or links say them: `Exported 231`. */
async function countsOf(screen: Screen) {
  const count = async (...kinds: (keyof typeof words)[]) => {
    const wanted = new RegExp(`^(${kinds.map(kind => words[kind]).join('|')}|Missing)\\D*(\\d+)`)
    const things = [...(await screen.all('button', wanted)), ...(await screen.all('link', wanted))]
    return things.reduce((sum, { name }) => sum + Number(wanted.exec(name)?.[2] ?? 0), 0)
  }
  return {
    ready: await count('ready'),
    exported: await count('exported'),
    missing: await count('group', 'account'),
    failed: await count('failed'),
  }
}
