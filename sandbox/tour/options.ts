import { type ConsentWorld, consentAtQuickbooks, consentAtXero } from './consent.ts'
import { booksOf, type OutletName } from './outlets.ts'
import type { Screen } from './screen.ts'
import type { World } from './world.ts'

/** What signing in needs of a world, in whichever browser. */
interface SignInWorld<S extends Screen> extends ConsentWorld<S> {
  openOwn(page: string): Promise<S>
  readonly stack: { readonly server: { readonly url: string } }
}

/** Tells the options where the server is, signs in with Xero, and lets the app into the outlets' organisations there. */
export async function signIn<S extends Screen>(world: SignInWorld<S>): Promise<S> {
  const options = await world.openOwn('options.html')
  const { url } = world.stack.server
  const field = await options.find('textbox', 'Server address')
  if (field.value !== url) {
    await options.fill('textbox', 'Server address', url)
    await options.click('button', 'Check and save')
    await options.find('button', 'Check')
  }
  await consentAtXero(world, () => options.click('button', 'Sign in with Xero'))
  await options.find('button', 'Sign out', 30_000)
  return options
}

/** Connects QuickBooks to the workspace that is signed in, and waits until that is done. */
export async function connectQuickbooks(world: World, options: Screen): Promise<void> {
  await options.page.bringToFront()
  await consentAtQuickbooks(world, () => options.click('button', 'Connect QuickBooks'))
  await options.find('StaticText', /^Connected\./, 30_000)
}

/**
 * Lets Clearcloud export for an outlet, and waits until the bills that stand already were looked up. Gives what
 * was said before the choice was confirmed.
 */
export async function letClearcloudExport(options: Screen, outlet: OutletName): Promise<string> {
  await connectTo(options, outlet)
  await options.choose(`Who exports for ${outlet}`, 'Clearcloud')
  const said = await options.textOf(await options.find('alertdialog', new RegExp(outlet)))
  await options.click('button', 'Link and switch')
  await options.until(
    () => options.all('combobox', `Who exports for ${outlet}`),
    ([select]) => select?.value === 'Clearcloud' && !select.disabled,
    60_000,
  )
  return said
}

/** Sees that an outlet belongs to its organisation; chosen by name at sign-in, or here. */
export async function connectTo(options: Screen, outlet: OutletName): Promise<void> {
  const name = `Organisation for ${outlet}`
  const { organisation } = booksOf[outlet]
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
