import { serve } from '@hono/node-server'
import { createQuickbooksSandbox } from './app.ts'
import { seedCompanies } from './seed.ts'

/** Runs the ledger alone, for a look at it: `PORT` (default 4411) on this machine only. */
const port = Number(process.env.PORT ?? 4411)
const origin = `http://localhost:${port}/quickbooks`
const { app } = createQuickbooksSandbox({ origin, companies: seedCompanies() })
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
  process.stdout.write(`Sandbox ledger: ${origin}/ledger\n`)
})
