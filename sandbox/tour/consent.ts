import type { ChromiumScreen } from './chromium-screen.ts'
import { booksOf, organisationsIn } from './outlets.ts'
import type { World } from './world.ts'

/** Lets the app into the outlets' organisations on Xero's consent page, which `act` brings up. */
export async function consentAtXero(world: World, act: () => Promise<unknown>): Promise<ChromiumScreen> {
  const consent = await world.appearing(/\/identity\/connect\/authorize/, act)
  for (const organisation of organisationsIn('Xero')) {
    await consent.click('checkbox', new RegExp(`^${organisation}`))
  }
  await world.shot('consent', consent)
  await consent.click('button', 'Allow access')
  return consent
}

/** Lets the app into Orchard Noodle House's company on QuickBooks' consent page, which `act` brings up. */
export async function consentAtQuickbooks(
  world: World,
  act: () => Promise<unknown>,
): Promise<ChromiumScreen> {
  const consent = await world.appearing(/\/connect\/oauth2/, act)
  await consent.click('radio', new RegExp(`^${booksOf['Orchard Noodle House'].organisation}`))
  await world.shot('consent-quickbooks', consent)
  await consent.click('button', 'Connect')
  return consent
}
