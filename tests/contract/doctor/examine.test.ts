import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { freePort } from '#sandbox/launch/listen.ts'
import { readConfig } from '#server/config.ts'
import { examine, isSound } from '#server/doctor/examine.ts'
import { report } from '#server/doctor/report.ts'
import { type QuickbooksServer, quickbooksServer } from '#tests/contract/server/quickbooks-server.ts'

const main = join(import.meta.dirname, '../../../server/doctor/main.ts')

let at: QuickbooksServer
let empty: string
beforeAll(async () => {
  at = await quickbooksServer()
  empty = await mkdtemp(join(tmpdir(), 'clearcloud-doctor-'))
})
afterAll(async () => {
  await at.close()
  await rm(empty, { recursive: true })
})

/** What the doctor finds with these settings, over those of the sandboxes and an empty data folder. */
async function examined(over: Record<string, string> = {}, live = false) {
  const findings = await examine(readConfig({ ...at.environment, DATA_DIR: empty, ...over }), { live })
  const of = (about: string, check: string) =>
    findings.find(finding => finding.about === about && finding.check === check)
  return { findings, of }
}

test('knows good credentials of both ledgers, and says what to register', async () => {
  const { findings, of } = await examined()
  expect(isSound(findings)).toBe(true)
  for (const about of ['Xero', 'QuickBooks']) {
    for (const check of ['App', 'Redirect', 'Sign-in', 'Clock', 'API']) {
      expect(of(about, check)).toMatchObject({ state: 'ok' })
    }
  }
  expect(of('Xero', 'Redirect')?.says).toContain('http://localhost:4700/v1/callback/xero')
  expect(of('QuickBooks', 'Redirect')?.says).toContain('http://localhost:4700/v1/callback/quickbooks')
})

test.each([
  ['Xero', { XERO_CLIENT_SECRET: 'of-yesterday' }],
  ['QuickBooks', { QBO_CLIENT_SECRET: 'of-yesterday' }],
])('tells a wrong secret of %s from a good one', async (about, over) => {
  const { findings, of } = await examined(over)
  expect(of(about, 'Sign-in')).toMatchObject({ state: 'failed' })
  expect(of(about, 'Sign-in')?.says).toContain('does not know this id with this secret')
  expect(isSound(findings)).toBe(false)
})

test.each([
  ['one of two variables', { XERO_CLIENT_SECRET: '' }, 'XERO_CLIENT_SECRET is not set'],
  ['blanks around a variable', { XERO_CLIENT_ID: 'sandbox-client ' }, 'XERO_CLIENT_ID has blanks'],
  ['a placeholder', { XERO_CLIENT_ID: 'your-client-id' }, 'XERO_CLIENT_ID is a placeholder'],
])('sees %s before it asks the ledger', async (_, over, says) => {
  const { findings, of } = await examined(over)
  expect(of('Xero', 'App')).toMatchObject({ state: 'failed' })
  expect(of('Xero', 'App')?.says).toContain(says)
  expect(findings.filter(({ about }) => about === 'Xero')).toHaveLength(1)
})

test('skips a ledger that nobody has set up', async () => {
  const { findings, of } = await examined({ QBO_CLIENT_ID: '', QBO_CLIENT_SECRET: '' })
  expect(of('QuickBooks', 'App')).toMatchObject({ state: 'skipped' })
  expect(isSound(findings)).toBe(true)
})

test('says which address cannot be reached', async () => {
  const nobody = `http://localhost:${await freePort()}`
  const { of } = await examined({ XERO_API_URL: nobody, XERO_IDENTITY_URL: nobody })
  expect(of('Xero', 'Sign-in')?.says).toContain(`${nobody}/connect/token cannot be reached: ECONNREFUSED`)
  expect(of('Xero', 'API')).toMatchObject({ state: 'failed' })
})

test('asks for https where others are to reach it', async () => {
  const { of } = await examined({ PUBLIC_URL: 'http://books.example.com', XERO_WEBHOOK_KEY: 'a-key' })
  expect(of('Server', 'Address')).toMatchObject({ state: 'failed' })
  expect(of('Xero', 'Webhook')?.says).toContain('http://books.example.com/v1/webhooks/xero')
})

test('warns of a key that is easily guessed, and of one that others can read', async () => {
  expect((await examined({ SECRET_KEY: 'a'.repeat(40) })).of('Server', 'Key')).toMatchObject({
    state: 'warning',
  })
  const folder = await mkdtemp(join(empty, 'key-'))
  await writeFile(join(folder, 'secret.key'), 'k')
  await chmod(join(folder, 'secret.key'), 0o644)
  const { of } = await examined({ DATA_DIR: folder })
  expect(of('Server', 'Key')?.todo).toBe(`Run: chmod 600 ${join(folder, 'secret.key')}`)
})

test('makes nothing where no server ever ran', async () => {
  const folder = join(empty, 'never')
  const { of } = await examined({ DATA_DIR: folder })
  expect(of('Server', 'Data folder')).toMatchObject({ state: 'ok' })
  expect(of('Server', 'Database')).toMatchObject({ state: 'skipped' })
  await expect(stat(folder)).rejects.toThrow('ENOENT')
})

test('leaves the database alone while a server runs on it, and tells its connections when it does not', async () => {
  const Answer = z.object({
    ok: z.boolean(),
    findings: z.array(z.object({ check: z.string(), state: z.string() })),
  })
  const { stdout } = await promisify(execFile)(process.execPath, [main, '--json'], { env: at.environment })
  const answer = Answer.parse(JSON.parse(stdout))
  expect(answer.ok).toBe(true)
  expect(answer.findings).toContainEqual(expect.objectContaining({ check: 'Database', state: 'skipped' }))

  await at.stop()
  const own = { DATA_DIR: at.environment.DATA_DIR ?? '' }
  const connected = (await examined(own, true)).findings.filter(({ check }) => check === 'Connection')
  expect(connected.map(({ state, says }) => [state, says.replace(/“.*”/, '…')])).toEqual(
    connected.map(() => ['ok', '… is connected, and gives its lists.']),
  )
  expect(connected.length).toBeGreaterThan(1)
})

test('ends with 1 where something failed, and never says a secret', async () => {
  const env = {
    ...at.environment,
    DATA_DIR: empty,
    XERO_CLIENT_SECRET: 'of-yesterday',
    SECRET_KEY: 'z'.repeat(40),
  }
  const ended = await promisify(execFile)(process.execPath, [main], { env }).catch(error => error)
  expect(ended.code).toBe(1)
  expect(ended.stdout).toContain('✗ Sign-in')
  expect(ended.stdout).toContain('→ Copy XERO_CLIENT_ID and XERO_CLIENT_SECRET anew')
  for (const secret of ['of-yesterday', 'sandbox-secret', 'z'.repeat(40)])
    expect(ended.stdout).not.toContain(secret)
})

test('a report counts what it says', async () => {
  const { findings } = await examined({ XERO_CLIENT_SECRET: '' })
  expect(report(findings)).toMatch(/\n1 failed, 0 to look at, \d+ well\.$/)
})
