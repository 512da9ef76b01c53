import type { Screen } from './screen.ts'
import type { World } from './world.ts'

/** Tells the options where the server is, signs in, and lets the app into these organisations on the consent page. */
export async function signIn(world: World, organisations: readonly string[]): Promise<Screen> {
  const options = await world.openOwn('options.html')
  await options.fill('textbox', /^Server address/, world.stack.server.url)
  await options.click('button', /^(Check|Save)/)
  await options.until(
    () => options.all('StaticText', /reachable|answers|connected|ok/i),
    texts => texts.length > 0,
  )
  const consent = await world.appearing(/\/identity\/connect\/authorize/, () =>
    options.click('button', /^Sign in/),
  )
  for (const organisation of organisations) {
    await consent.click('checkbox', new RegExp(`^${organisation}`))
  }
  await world.shot('consent', consent)
  await consent.click('button', 'Allow access')
  await options.find('button', /^Sign out/, 30_000)
  return options
}

/** Lets Clearcloud export for an outlet; what it says about the bills that stand already is waited for. */
export async function letClearcloudExport(options: Screen, outlet: string): Promise<void> {
  await options.choose(new RegExp(`^Who exports.*${outlet}`), /^Clearcloud/)
  await options.click('button', /^(Switch|Let Clearcloud|Link and switch)/)
  await options.until(
    () => options.all('StaticText', /^Saved/),
    texts => texts.length > 0,
    60_000,
  )
}

export async function setMode(options: Screen, outlet: string, mode: RegExp): Promise<void> {
  await options.choose(new RegExp(`^(Order )?[Ee]xport mode.*${outlet}`), mode)
}
