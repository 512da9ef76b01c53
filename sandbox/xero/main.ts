import { serve } from '@hono/node-server'
import { createXeroSandbox } from './app.ts'
import { seedOrganisations } from './seed.ts'

/** Runs the ledger alone, for a look at it: `PORT` (default 4410) on this machine only. */
const port = Number(process.env.PORT ?? 4410)
const origin = `http://localhost:${port}`
const { app } = createXeroSandbox({ origin, organisations: seedOrganisations() })
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => {
  process.stdout.write(`Sandbox ledger: ${origin}/ledger\n`)
})
