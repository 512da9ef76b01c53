import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import type { Provider } from '#sandbox/data/sandbox-data.ts'
import { seed } from '#sandbox/data/seed.ts'
import { readUblFolder, type UblFolder } from '#sandbox/data/ubl.ts'
import { withDocuments } from '#sandbox/data/ubl-invoices.ts'
import { createFoodrazor, type Foodrazor } from '#sandbox/foodrazor/app.ts'
import { ledgerBase, openLedgers } from './ledgers.ts'
import { listen } from './listen.ts'
import { ownIntegration } from './own-integration.ts'
import { ownQuickbooks } from './own-quickbooks.ts'
import { ownXero } from './own-xero.ts'

export interface SandboxChoices {
  /** 0 takes any free port. */
  port: number
  /** The folder of the built look-alike (foodrazor/build.ts). */
  assets: string
  /** A further folder of UBL documents, beside those that the sandbox brings. */
  ubl?: string | undefined
  /** Put around a ledger, to see what it is asked and answers. */
  around?: Around | undefined
}

type Handler = (request: Request, bindings: HttpBindings | Http2Bindings) => Response | Promise<Response>
export type Around = (ledger: Provider, handler: Handler) => Handler

/** The outside world on one port: the look-alike at `/`, Xero at its own paths, QuickBooks under `/quickbooks`. */
export interface RunningSandbox {
  origin: string
  /** The base of each ledger's addresses, and the page on which a person works with its bills. */
  ledgers: Record<Provider, { base: string; page: string }>
  store: Foodrazor['store']
  /** A sentence for each file of the `ubl` folder that could not be read. */
  problems: string[]
  close(): Promise<void>
}

const ownDocuments = fileURLToPath(new URL('../data/ubl/', import.meta.url))
const xeroPaths =
  /^\/(identity|connect|connections|\.well-known|api\.xro|_control|ledger|AccountsPayable)(\/|$)/
const quickbooksPaths = new RegExp(`^${ledgerBase.quickbooks}(/|$)`)

/** @throws if the port is taken or the `ubl` folder cannot be used, in words for a person */
export async function startSandbox(choices: SandboxChoices): Promise<RunningSandbox> {
  const own = await readUblFolder(ownDocuments)
  const added = choices.ubl === undefined ? nothing : await readUblFolder(choices.ubl)
  const data = withDocuments(seed(), [...own.documents, ...added.documents])

  const server = createServer()
  const origin = `http://localhost:${await listen(server, choices.port, 'SANDBOX_PORT')}`
  const { xero, quickbooks } = openLedgers(origin, data)
  const postBill = ownIntegration({
    xero: ownXero(xero.books, (path, init) => xero.app.request(path, init)),
    quickbooks: ownQuickbooks(quickbooks.books, (path, init) => quickbooks.app.request(path, init)),
  })
  const foodrazor = createFoodrazor({ data, assets: choices.assets, postBill })
  await foodrazor.postEarlierExports()

  const around: Around = choices.around ?? ((_, handler) => handler)
  const handlers: Record<Provider, Handler> = {
    xero: around('xero', (request, bindings) => xero.app.fetch(request, bindings)),
    quickbooks: around('quickbooks', (request, bindings) => quickbooks.app.fetch(request, bindings)),
  }
  server.on(
    'request',
    getRequestListener((request, bindings) => {
      const { pathname } = new URL(request.url)
      if (quickbooksPaths.test(pathname)) return handlers.quickbooks(request, bindings)
      if (xeroPaths.test(pathname)) return handlers.xero(request, bindings)
      return foodrazor.app.fetch(request, bindings)
    }),
  )
  return {
    origin,
    ledgers: { xero: addressesOf(origin, 'xero'), quickbooks: addressesOf(origin, 'quickbooks') },
    store: foodrazor.store,
    problems: added.problems.map(({ fileName, message }) => `${fileName}: ${message}`),
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function addressesOf(origin: string, provider: Provider) {
  const base = `${origin}${ledgerBase[provider]}`
  return { base, page: `${base}/ledger` }
}

const nothing: UblFolder = { documents: [], problems: [] }
