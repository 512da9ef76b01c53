import { connectQuickbooks, connectTo, signIn } from '../options.ts'
import { outletNames } from '../outlets.ts'
import type { Step } from '../step.ts'

export const connect: Step = {
  name: 'connect',
  title: 'Sign in with Xero, connect QuickBooks, and let in organisations on their consent pages',
  async play(world) {
    // The outlets are the page's to tell: it has been opened, so they are known.
    await world.invoices.find('link', 'Invoices')
    const options = await signIn(world)
    await connectQuickbooks(world, options)
    for (const outlet of outletNames) await connectTo(options, outlet)
    await world.shot('connected', options)
    await options.page.close()
    await world.invoices.page.bringToFront()
    return { organisations: outletNames.length }
  },
}
