import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Provider } from '#sandbox/data/sandbox-data.ts'
import { buildFoodrazor } from '#sandbox/foodrazor/build.ts'
import { type RunningBrowser, startBrowser } from './browser.ts'
import type { Choices } from './choices.ts'
import { buildExtension } from './extension.ts'
import { type RunningSandbox, type SandboxChoices, startSandbox } from './sandbox.ts'
import { type LedgerUrls, type RunningServer, startServer, urlsAt } from './server-process.ts'

export interface StackChoices {
  sandboxPort: number
  serverPort: number
  headless: boolean
  /** Where the server looks for each ledger; the sandbox where not said. */
  ledgers?: Choices['ledgers']
  /** Kept when named; a fresh folder that goes away with the stack when not. */
  dataDir?: string | undefined
  ubl?: string | undefined
  /** Put around a ledger, to see what it is asked and answers. */
  around?: SandboxChoices['around']
  /** Told before each part is built or started, with its name. */
  onPart?: (name: string) => void
}

/** The whole product and the world around it: look-alike, ledgers, server, browser with the extension. */
export interface Stack extends RunningBrowser {
  sandbox: RunningSandbox
  server: RunningServer
  /** Starts the server again on the same port and data, after it was stopped or killed. */
  restartServer(): Promise<void>
  close(): Promise<void>
}

/** Starts everything; what had been started is stopped again if a later part fails. */
export async function startStack(choices: StackChoices): Promise<Stack> {
  const tell = choices.onPart ?? (() => undefined)
  const undo: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    tell('the look-alike')
    const assets = await buildFoodrazor()
    tell('the extension')
    const extension = await buildExtension()
    tell('the sandbox')
    const sandbox = await startSandbox({
      port: choices.sandboxPort,
      assets,
      ubl: choices.ubl,
      around: choices.around,
    })
    undo.push(() => sandbox.close())
    const dataDir = choices.dataDir ?? (await mkdtemp(join(tmpdir(), 'clearcloud-')))
    if (choices.dataDir === undefined) undo.push(() => rm(dataDir, { recursive: true, force: true }))
    tell('the server')
    const urlsOf = (provider: Provider): LedgerUrls => {
      const own = urlsAt(sandbox.ledgers[provider].base)
      const { api = own.api, identity = own.identity } = choices.ledgers?.[provider] ?? {}
      return { ...own, api, identity }
    }
    const serve = () =>
      startServer({
        port: choices.serverPort,
        dataDir,
        ledgers: { xero: urlsOf('xero'), quickbooks: urlsOf('quickbooks') },
      })
    let server = await serve()
    undo.push(() => server.stop())
    tell('the browser')
    const running = await startBrowser(extension, choices.headless)
    undo.push(() => running.browser.close())
    return {
      ...running,
      sandbox,
      get server() {
        return server
      },
      restartServer: async () => {
        await server.stop()
        server = await serve()
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
