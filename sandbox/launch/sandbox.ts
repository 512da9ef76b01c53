import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { seed } from '#sandbox/data/seed.ts'
import { readUblFolder, type UblFolder } from '#sandbox/data/ubl.ts'
import { withDocuments } from '#sandbox/data/ubl-invoices.ts'
import { createFoodrazor, type Foodrazor } from '#sandbox/foodrazor/app.ts'
import { createXeroSandbox } from '#sandbox/xero/app.ts'
import { seedOrganisations } from '#sandbox/xero/seed.ts'
import { listen } from './listen.ts'
import { ownIntegration } from './own-integration.ts'

export interface SandboxChoices {
  /** 0 takes any free port. */
  port: number
  /** The folder of the built look-alike (foodrazor/build.ts). */
  assets: string
  /** A further folder of UBL documents, beside those that the sandbox brings. */
  ubl?: string | undefined
}

/** The outside world on one port: the look-alike at `/`, the ledger at its own paths. */
export interface RunningSandbox {
  origin: string
  store: Foodrazor['store']
  /** A sentence for each file of the `ubl` folder that could not be read. */
  problems: string[]
  close(): Promise<void>
}

const ownDocuments = fileURLToPath(new URL('../data/ubl/', import.meta.url))
const ledgerPaths =
  /^\/(identity|connect|connections|\.well-known|api\.xro|_control|ledger|AccountsPayable)(\/|$)/

/** @throws if the port is taken or the `ubl` folder cannot be used, in words for a person */
export async function startSandbox(choices: SandboxChoices): Promise<RunningSandbox> {
  const own = await readUblFolder(ownDocuments)
  const added = choices.ubl === undefined ? nothing : await readUblFolder(choices.ubl)
  const data = withDocuments(seed(), [...own.documents, ...added.documents])

  const server = createServer()
  const origin = `http://localhost:${await listen(server, choices.port, 'SANDBOX_PORT')}`
  const suppliers = data.suppliers.map(supplier => supplier.name)
  const ledger = createXeroSandbox({ origin, organisations: seedOrganisations({ suppliers }) })
  const postBill = ownIntegration(ledger.books, (path, init) => ledger.app.request(path, init))
  const foodrazor = createFoodrazor({ data, assets: choices.assets, postBill })
  await foodrazor.postEarlierExports()

  server.on(
    'request',
    getRequestListener((request, bindings) => {
      const { pathname } = new URL(request.url)
      const app = ledgerPaths.test(pathname) ? ledger.app : foodrazor.app
      return app.fetch(request, bindings)
    }),
  )
  return {
    origin,
    store: foodrazor.store,
    problems: added.problems.map(({ fileName, message }) => `${fileName}: ${message}`),
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const nothing: UblFolder = { documents: [], problems: [] }
