import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { freePort } from '#tests/contract/server/free-port.ts'
import { billsIn, callAt, environmentOn, settled, signInAt } from '#tests/contract/server/signed-in-server.ts'
import { type RunningSandbox, runSandbox } from '#tests/sandbox/xero/running-sandbox.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** The server in a process of its own, so that it can die as processes do. */
async function startProcess(sandbox: RunningSandbox, dataDir: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, ...environmentOn(sandbox, dataDir), PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  undo.push(() => kill(child))
  await expect
    .poll(
      () =>
        fetch(`http://localhost:${port}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

it.each([
  ['after the ledger had taken the bills', { kind: 'drop-after-commit' }],
  ['while the ledger was still at work on them', { kind: 'delay', ms: 6000 }],
])('exports once although the process was killed %s', async (_, fault) => {
  const sandbox = await runSandbox({ clock: () => new Date() })
  undo.push(() => sandbox.close())
  const dataDir = await mkdtemp(join(tmpdir(), 'clearcloud-killed-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const port = await freePort()
  const url = `http://localhost:${port}`

  const first = await startProcess(sandbox, dataDir, port)
  const { token, session } = await signInAt(url, sandbox)
  const connection = session.connections.find(({ organisation }) => organisation.name.startsWith('Harbour'))
  const tenant = connection?.organisation.id ?? ''
  const numbers = Array.from({ length: 20 }, (_, index) => `K-${index}`)
  const call = (method: string, path: string, body?: unknown) => callAt(url, token, method, path, body)
  const match = { method: 'PUT', path: '/Invoices$' }
  await sandbox.control('POST', '/faults', { match, times: 1, fault })
  const exports = numbers.map(number => anExportRequest(connection?.id ?? '', number))
  await call('POST', '/v1/exports', { exports })
  await expect.poll(() => putsIn(sandbox), { timeout: 20_000 }).toBe(1)
  await kill(first)

  await startProcess(sandbox, dataDir, port)
  const progress = await settled(call, numbers)
  expect(progress.map(({ state }) => state)).toEqual(numbers.map(() => 'posted'))
  const standing = await Promise.all(numbers.map(number => billsIn(sandbox, tenant, number)))
  expect(standing.map(bills => bills.length)).toEqual(numbers.map(() => 1))
})

/** How often bills were sent to the ledger to be made. */
async function putsIn(sandbox: RunningSandbox): Promise<number> {
  const answer = await sandbox.control('GET', '/state')
  const { calls } = (await answer.json()) as { calls: { byEndpoint: { endpoint: string; calls: number }[] } }
  return calls.byEndpoint.find(({ endpoint }) => /^PUT .*Invoices$/.test(endpoint))?.calls ?? 0
}

it('stops when asked, and leaves the folder free', async () => {
  const sandbox = await runSandbox({ clock: () => new Date() })
  undo.push(() => sandbox.close())
  const dataDir = await mkdtemp(join(tmpdir(), 'clearcloud-stopped-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const port = await freePort()
  const child = await startProcess(sandbox, dataDir, port)
  const second = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, ...environmentOn(sandbox, dataDir) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let says = ''
  second.stderr.on('data', chunk => {
    says += chunk
  })
  const [refused] = await once(second, 'exit')
  expect([refused, says]).toEqual([1, expect.stringContaining('is in use by another server')])
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await startProcess(sandbox, dataDir, port)
})
