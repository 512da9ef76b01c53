import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { seed } from '#sandbox/data/seed.ts'
import { readUblFolder } from '#sandbox/data/ubl.ts'
import { withDocuments } from '#sandbox/data/ubl-invoices.ts'
import { createFoodrazor } from './app.ts'
import { buildFoodrazor } from './build.ts'

/** Runs the look-alike alone, without a ledger, on SANDBOX_PORT (a free port by default). */
const folder = await readUblFolder(fileURLToPath(new URL('../data/ubl/', import.meta.url)))
const { app } = createFoodrazor({
  data: withDocuments(seed(), folder.documents),
  assets: await buildFoodrazor(),
})
serve(
  { fetch: app.fetch, port: Number(process.env.SANDBOX_PORT ?? 0), hostname: 'localhost' },
  ({ port }) => {
    console.log(`Foodrazor look-alike at http://localhost:${port}/invoices`)
  },
)
