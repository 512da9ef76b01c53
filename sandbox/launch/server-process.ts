import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Provider } from '#sandbox/data/sandbox-data.ts'
import { listen } from './listen.ts'

export interface ServerChoices {
  port: number
  dataDir: string
  ledgers: Readonly<Record<Provider, LedgerUrls>>
}

/** Where the server finds a ledger: its API, its sign-in, and where a person opens a bill. */
export interface LedgerUrls {
  api: string
  identity: string
  app: string
}

/** Our server, in a process of its own: the sandbox knows it by its address alone. */
export interface RunningServer {
  url: string
  /** Asks it to stop, as Ctrl-C does. */
  stop(): Promise<void>
  /** Ends it without a word, as a crash does. */
  kill(): Promise<void>
  /** The last lines it logged. */
  log(): string
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const leash = new URL('./leash.ts', import.meta.url).href
const patience = 60_000

/** @throws with what the server logged, if it does not become healthy; before that, if the port is taken */
export async function startServer(choices: ServerChoices): Promise<RunningServer> {
  await assertFree(choices.port)
  const child = spawn(process.execPath, ['--import', leash, main], {
    env: {
      ...process.env,
      PORT: String(choices.port),
      DATA_DIR: choices.dataDir,
      ...ledgerEnvironment('XERO', choices.ledgers.xero),
      ...ledgerEnvironment('QBO', choices.ledgers.quickbooks),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C in the terminal is for the launcher, which stops things in order.
    detached: true,
  })
  const log = lastLines(child)
  const url = `http://localhost:${choices.port}`
  try {
    await healthy(child, url)
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`The server did not start: ${(error as Error).message}\n${log()}`, { cause: error })
  }
  return { url, log, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
}

/** The addresses of a ledger that has all under one base. */
export function urlsAt(base: string): LedgerUrls {
  return { api: base, identity: base, app: base }
}

/** A ledger's variables as the server names them; the app's id and secret are the sandbox's unless set. */
function ledgerEnvironment(prefix: 'XERO' | 'QBO', { api, identity, app }: LedgerUrls) {
  return {
    [`${prefix}_API_URL`]: api,
    [`${prefix}_IDENTITY_URL`]: identity,
    [`${prefix}_APP_URL`]: app,
    [`${prefix}_CLIENT_ID`]: process.env[`${prefix}_CLIENT_ID`] || 'sandbox-client',
    [`${prefix}_CLIENT_SECRET`]: process.env[`${prefix}_CLIENT_SECRET`] || 'sandbox-secret',
  }
}

async function healthy(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`it was not healthy after ${patience / 1000} s`)
}

/** Waits 10 s for an orderly end, then insists. */
async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(insist)
}

async function assertFree(port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, port, 'PORT')
  await new Promise(done => probe.close(done))
}

function lastLines(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      text = `${text}${chunk}`.slice(-8000)
    })
  }
  return () => text.split('\n').slice(-30).join('\n')
}
