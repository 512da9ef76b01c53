import { letClearcloudExport, signIn } from '../options.ts'
import type { Step } from '../step.ts'

const organisations = {
  'Harbour Street Kitchen': 'Harbour Street Kitchen Pte Ltd',
  'Canal House Brasserie': 'Canal House Brasserie B.V.',
  'Orchard Noodle House': 'Orchard Noodle House Pte Ltd',
}

export const connect: Step = {
  name: 'connect',
  title: 'Sign in, and connect organisations through the consent page',
  async play(world) {
    // The outlets are the page's to tell: it has been opened, so they are known.
    await world.invoices.find('link', 'Invoices')
    const options = await signIn(world, Object.values(organisations))
    for (const outlet of ['Harbour Street Kitchen', 'Canal House Brasserie'] as const) {
      await letClearcloudExport(options, outlet, organisations[outlet])
    }
    await world.shot('options', options)
    await options.page.close()
    await world.invoices.page.bringToFront()
    return { organisations: Object.keys(organisations).length }
  },
}
