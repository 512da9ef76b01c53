import { billsOf } from '../bills.ts'
import { countIn, show, words } from '../clouds.ts'
import type { Screen } from '../screen.ts'
import { type Step, same } from '../step.ts'

export const counts: Step = {
  name: 'counts',
  title: "Find the popup's counts equal to the page's and the ledger's",
  async play(world) {
    await show(world.invoices)
    const page = await countsOf(world.invoices, [words.group, words.account])
    const popup = await world.popup()
    await popup.find('button', /^Exported \d+$/)
    await popup.find('button', /^\d+ invoices$/)
    const seen = await countsOf(popup, ['Missing'])
    await world.shot('popup', popup)
    same("The popup's counts beside the page's", seen, page)
    const [invoices, bills] = await Promise.all([world.host.invoices(), world.ledger.bills()])
    const standing = invoices.filter(
      invoice => billsOf(bills, invoice).length > 0 || invoice.exportStatus === 'EXPORTED',
    )
    same('Exported on screen beside the ledger', seen.exported, standing.length)
    return seen
  },
}

async function countsOf(screen: Screen, missing: readonly string[]) {
  return {
    ready: await countIn(screen, [words.ready]),
    exported: await countIn(screen, [words.exported]),
    missing: await countIn(screen, missing),
    failed: await countIn(screen, [words.failed]),
  }
}
