import { booksOf, organisationsIn } from './outlets.ts'
import type { Screen } from './screen.ts'

/** What giving consent needs of a world, in whichever browser. */
export interface ConsentWorld<S extends Screen = Screen> {
  /** The next page whose address matches to appear. */
  appearing(address: RegExp, act: () => Promise<unknown>): Promise<S>
  /** Takes a picture of it, where pictures are wanted. */
  shot(label: string, screen?: S): Promise<void>
}

/** Lets the app into the outlets' organisations on Xero's consent page, which `act` brings up. */
export async function consentAtXero<S extends Screen>(
  world: ConsentWorld<S>,
  act: () => Promise<unknown>,
): Promise<S> {
  const consent = await world.appearing(/\/identity\/connect\/authorize/, act)
  for (const organisation of organisationsIn('Xero')) {
    await consent.click('checkbox', new RegExp(`^${organisation}`))
  }
  await world.shot('consent', consent)
  await consent.click('button', 'Allow access')
  return consent
}

/** Lets the app into Orchard Noodle House's company on QuickBooks' consent page, which `act` brings up. */
export async function consentAtQuickbooks<S extends Screen>(
  world: ConsentWorld<S>,
  act: () => Promise<unknown>,
): Promise<S> {
  const consent = await world.appearing(/\/connect\/oauth2/, act)
  await consent.click('radio', new RegExp(`^${booksOf['Orchard Noodle House'].organisation}`))
  await world.shot('consent-quickbooks', consent)
  await consent.click('button', 'Connect')
  return consent
}
