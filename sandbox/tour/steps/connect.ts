import { letClearcloudExport, signIn } from '../options.ts'
import type { Step } from '../step.ts'

const organisations = [
  'Harbour Street Kitchen Pte Ltd',
  'Orchard Noodle House Pte Ltd',
  'Canal House Brasserie B.V.',
]

export const connect: Step = {
  name: 'connect',
  title: 'Sign in, and connect organisations through the consent page',
  async play(world) {
    await world.invoices.find('button', 'Export All')
    const options = await signIn(world, organisations)
    for (const outlet of ['Harbour Street Kitchen', 'Canal House Brasserie']) {
      await letClearcloudExport(options, outlet)
    }
    await world.shot('options', options)
    await options.page.close()
    return { organisations: organisations.length }
  },
}
