/**
 * The demo: the whole product on the sandbox, in a real browser. With a display it is the user's to try;
 * without one, or with `--headless`, the guided tour plays by itself and ends in one line of JSON.
 * `npm run demo [-- --headless] [-- --ubl DIR]`; PORT, SANDBOX_PORT, DATA_DIR, XERO_API_URL,
 * XERO_IDENTITY_URL, QBO_API_URL, QBO_IDENTITY_URL.
 */
import { type Choices, readChoices } from './launch/choices.ts'
import { guide } from './launch/guide.ts'
import { openWithExtension } from './launch/open-with-extension.ts'
import { type Stack, startStack } from './launch/stack.ts'
import { playTour } from './tour/play.ts'

async function main(choices: Choices): Promise<number> {
  const stopped = stopSignal()
  const started = Date.now()
  const stack = await startStack({
    sandboxPort: choices.sandboxPort,
    serverPort: choices.port,
    headless: choices.headless,
    ledgers: choices.ledgers,
    dataDir: choices.dataDir,
    ubl: choices.ubl,
    onPart: name => console.log(`· ${name}`),
  })
  try {
    for (const problem of stack.sandbox.problems) console.log(`Left out ${problem}`)
    console.log(`Ready after ${((Date.now() - started) / 1000).toFixed(1)} s`)
    return choices.headless
      ? await Promise.race([tour(stack, choices), stopped.then(() => 130)])
      : await leaveToUser(stack, stopped)
  } finally {
    await stack.close()
  }
}

async function tour(stack: Stack, choices: Choices): Promise<number> {
  if (!choices.display) console.log('There is no display, so the guided tour plays by itself.')
  const summary = await playTour(stack, { screenshots: '.output/demo', say: line => console.log(line) })
  console.log(JSON.stringify(summary))
  return summary.ok ? 0 : 1
}

async function leaveToUser(stack: Stack, stopped: Promise<void>): Promise<number> {
  const invoices = `${stack.sandbox.origin}/invoices`
  const blank = (await stack.browser.pages()).find(page => page.url() === 'about:blank')
  const page = blank ?? (await stack.browser.newPage())
  await openWithExtension(page, invoices)
  await page.bringToFront()
  const { xero, quickbooks } = stack.sandbox.ledgers
  console.log(guide({ invoices, xero: xero.page, quickbooks: quickbooks.page, server: stack.server.url }))
  const closed = new Promise<void>(done => stack.browser.once('disconnected', () => done()))
  await Promise.race([stopped, closed])
  console.log('Stopping …')
  return 0
}

/** Settles on Ctrl-C or a polite kill. A second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
}

try {
  process.exitCode = await main(readChoices(process.argv.slice(2), process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
