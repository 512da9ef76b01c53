import { connectTo, signIn } from '../options.ts'
import { type OutletName, organisationOf } from '../outlets.ts'
import type { Step } from '../step.ts'

export const connect: Step = {
  name: 'connect',
  title: 'Sign in, and connect organisations through the consent page',
  async play(world) {
    // The outlets are the page's to tell: it has been opened, so they are known.
    await world.invoices.find('link', 'Invoices')
    const options = await signIn(world, Object.values(organisationOf))
    for (const outlet of Object.keys(organisationOf) as OutletName[]) await connectTo(options, outlet)
    await world.shot('connected', options)
    await options.page.close()
    await world.invoices.page.bringToFront()
    return { organisations: Object.keys(organisationOf).length }
  },
}
