import { type OutletName, organisationOf } from './outlets.ts'
import type { Screen } from './screen.ts'
import type { World } from './world.ts'

/** Tells the options where the server is, signs in, and lets the app into these organisations on the consent page. */
export async function signIn(world: World, organisations: readonly string[]): Promise<Screen> {
  const options = await world.openOwn('options.html')
  const { url } = world.stack.server
  const field = await options.find('textbox', 'Server address')
  if (field.value !== url) {
    await options.fill('textbox', 'Server address', url)
    await options.click('button', 'Check and save')
    await options.find('button', 'Check')
  }
  const consent = await world.appearing(/\/identity\/connect\/authorize/, () =>
    options.click('button', 'Sign in with Xero'),
  )
  for (const organisation of organisations) {
    await consent.click('checkbox', new RegExp(`^${organisation}`))
  }
  await world.shot('consent', consent)
  await consent.click('button', 'Allow access')
  await options.find('button', 'Sign out', 30_000)
  return options
}

/** Lets Clearcloud export for an outlet, and waits until the bills that stand already were looked up. */
export async function letClearcloudExport(options: Screen, outlet: OutletName): Promise<void> {
  await connectTo(options, outlet)
  await options.choose(`Who exports for ${outlet}`, 'Clearcloud')
  await options.click('button', 'Link and switch')
  await options.until(
    () => options.all('combobox', `Who exports for ${outlet}`),
    ([select]) => select?.value === 'Clearcloud' && !select.disabled,
    60_000,
  )
}

/** Sees that an outlet belongs to its organisation; chosen by name at sign-in, or here. */
export async function connectTo(options: Screen, outlet: OutletName): Promise<void> {
  const name = `Organisation for ${outlet}`
  const organisation = organisationOf[outlet]
  const chosen = await options.find('combobox', name)
  if (chosen.value === organisation) return
  await options.choose(name, organisation)
  await options.until(
    () => options.all('combobox', name),
    ([select]) => select?.value === organisation && !select.disabled,
  )
}

/** Sets an outlet's export mode. */
export async function setMode(options: Screen, outlet: OutletName, mode: string): Promise<void> {
  const name = `Order export mode for ${outlet}`
  await options.choose(name, mode)
  await options.until(
    () => options.all('combobox', name),
    ([select]) => select?.value === mode && !select.disabled,
  )
}
