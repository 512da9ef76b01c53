import { expect, test } from 'vitest'
import { z } from 'zod'
import { type ChromiumScreen, chromiumScreen } from '#sandbox/tour/chromium-screen.ts'
import { marks, show } from '#sandbox/tour/clouds.ts'
import { consentAtXero } from '#sandbox/tour/consent.ts'
import { allDecided } from '#sandbox/tour/likely-duplicates.ts'
import { letClearcloudExport, signIn } from '#sandbox/tour/options.ts'
import { aRunningWorld } from '#tests/e2e/running.ts'

const world = aRunningWorld()

/** The session's token, as the extension keeps it. */
async function tokenIn({ page }: ChromiumScreen): Promise<string> {
  const stored = await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases()
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await done(indexedDB.open(name))
    const session: unknown = await done(
      database.transaction('settings').objectStore('settings').get('session'),
    )
    database.close()
    return session
  })
  return z.object({ value: z.object({ token: z.string() }) }).parse(stored).value.token
}

/** Ends a session behind the extension's back, as its owner does from another machine. */
async function endSession(server: string, token: string): Promise<void> {
  const answer = await fetch(`${server}/v1/session`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.status).toBe(204)
}

test('lines that cannot be read are said so, and the clouds are explained by what the page shows', async () => {
  const { stack } = world()
  const page = await stack.browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', request => {
    if (!/\/api\/v1\/invoices\/[^/]+$/.test(new URL(request.url()).pathname)) return void request.continue()
    return void request.respond({ contentType: 'application/json', body: '{"lines": [{"qty": "many"' })
  })
  await page.goto(`${stack.sandbox.origin}/invoices`)
  const screen = chromiumScreen(page)
  await screen.find('StaticText', /not what we expected; its lines are not read/)
  await show(screen, { status: 'Missing Product Group', rows: '25' })
  const seen = await screen.until(
    () => marks(screen, 'group'),
    found => found.length === 25,
  )
  expect(seen[0]?.name).toMatch(/^Missing product group: /)
  await page.close()
})

test('an ended session waits for signing in, and the export goes on by itself', async () => {
  const { stack, invoices } = world()
  const options = await signIn(world())
  await letClearcloudExport(options, 'Canal House Brasserie')
  await endSession(stack.server.url, await tokenIn(options))
  await options.page.close()
  await invoices.page.bringToFront()
  await show(invoices, { outlet: 'Canal House Brasserie' })
  const ready = (await world().host.invoices()).filter(
    ({ outlet, exportStatus }) => outlet.name === 'Canal House Brasserie' && exportStatus === 'READY',
  )
  const button = await invoices.find('button', `Export all ready (${ready.length})`)
  await invoices.clickOn(button)
  await invoices.find('StaticText', /signed out/, 30_000)
  await consentAtXero(world(), () => invoices.click('button', 'Sign in'))
  await allDecided(world(), ready)
})
