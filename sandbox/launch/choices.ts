import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Provider } from '#sandbox/data/sandbox-data.ts'

const Port = z.coerce.number().int().min(1).max(65_535)
const Environment = z.object({
  PORT: Port.default(4700),
  SANDBOX_PORT: Port.default(4600),
  XERO_API_URL: z.url().optional(),
  XERO_IDENTITY_URL: z.url().optional(),
  QBO_API_URL: z.url().optional(),
  QBO_IDENTITY_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).optional(),
  DISPLAY: z.string().optional(),
  WAYLAND_DISPLAY: z.string().optional(),
})

export interface LedgerChoice {
  api: string | undefined
  identity: string | undefined
}

/** What a person chose for the demo, by arguments and environment. */
export interface Choices {
  port: number
  sandboxPort: number
  /** Where the server looks for each ledger; the sandbox where not said. */
  ledgers: Readonly<Record<Provider, LedgerChoice>>
  dataDir: string | undefined
  ubl: string | undefined
  /** By wish, or for want of a display. */
  headless: boolean
  /** Whether there is a display at all. */
  display: boolean
}

/** @throws in words for a person */
export function readChoices(args: readonly string[], environment: NodeJS.ProcessEnv): Choices {
  const { values } = parseArgs({
    args: [...args],
    options: { headless: { type: 'boolean', default: false }, ubl: { type: 'string' } },
  })
  // An empty variable means the same as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) throw new Error(`The environment cannot be used:\n${z.prettifyError(read.error)}`)
  const env = read.data
  if (env.PORT === env.SANDBOX_PORT)
    throw new Error(`PORT and SANDBOX_PORT are both ${env.PORT}: they must differ.`)
  const display = env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined
  return {
    port: env.PORT,
    sandboxPort: env.SANDBOX_PORT,
    ledgers: {
      xero: { api: env.XERO_API_URL, identity: env.XERO_IDENTITY_URL },
      quickbooks: { api: env.QBO_API_URL, identity: env.QBO_IDENTITY_URL },
    },
    dataDir: env.DATA_DIR,
    ubl: values.ubl === undefined ? undefined : folder(values.ubl),
    headless: values.headless || !display,
    display,
  }
}

function folder(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Error(`--ubl: there is no folder ${path}`)
  if (!found.isDirectory()) throw new Error(`--ubl: ${path} is not a folder`)
  return path
}
