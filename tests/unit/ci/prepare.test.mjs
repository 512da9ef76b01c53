import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { versionOf } from '../../../.ci/prepare/browser.mjs'
import { holds } from '../../../.ci/prepare/dependencies.mjs'
import { firefoxVersion } from '../../../.ci/prepare/firefox.mjs'

const lock = packages => JSON.stringify({ packages })
const wanted = lock({
  '': { name: 'x' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b': { version: '1.0.0', integrity: 'sha512-b', optional: true },
})

test('an installation that holds every locked package is left alone', () => {
  const installed = lock({
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '1.0.0', integrity: 'sha512-b' },
  })
  expect(holds(wanted, installed)).toBe(true)
})

test('what is optional may be missing, because it fits another machine', () => {
  expect(holds(wanted, lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }))).toBe(true)
})

test.each([
  ['a package is missing', {}],
  ['a version differs', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
  ['the content differs', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-other' } }],
])('it is renewed when %s', (_, installed) => {
  expect(holds(wanted, lock(installed))).toBe(false)
})

test.each([
  ['Chromium 156.0.7204.49 built on Debian GNU/Linux 12', 156],
  ['Google Chrome 141.0.7390.54', 141],
  ['Please install the chromium snap', 0],
])('reads a version out of "%s"', (said, version) => {
  expect(versionOf(said)).toBe(version)
})

test.each([
  ['Mozilla Firefox 153.7.0esr', 153],
  ['Mozilla Firefox 145.0', 145],
  ['Please install the firefox snap', 0],
])('reads a version of Firefox out of "%s"', (said, version) => {
  expect(firefoxVersion(said)).toBe(version)
})

const prepare = join(import.meta.dirname, '../../../.ci/prepare/firefox.mjs')

/** What the set-up gives and tells where PATH leads to these programs alone, each a shell script. */
function findFirefoxAmong(programs, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'clearcloud-path-'))
  try {
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    }
    const code = `process.getuid = () => 1000
      const { findFirefox } = await import(${JSON.stringify(prepare)})
      console.log((await findFirefox()) ?? 'none')`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      env: { PATH: folder, ...environment },
    })
    return { found: stdout.trim().replace(folder, ''), told: stderr }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('takes the ESR before another Firefox, and none that is too old', () => {
  const esr = "echo 'Mozilla Firefox 153.7.0esr'"
  const other = "echo 'Mozilla Firefox 160.0'"
  expect(findFirefoxAmong({ firefox: other, 'firefox-esr': esr }).found).toBe('/firefox-esr')
  const old = "echo 'Mozilla Firefox 128.3.0esr'"
  expect(findFirefoxAmong({ firefox: other, 'firefox-esr': old }).found).toBe('/firefox')
})

test('says why, and goes on, where there is no Firefox and none may be installed', () => {
  const { found, told } = findFirefoxAmong({})
  expect(found).toBe('none')
  expect(told).toMatch(/no Firefox 142 or newer here, and we may not install one/)
  expect(told).toMatch(/FIREFOX_BIN=/)
})

test('takes the Firefox it is told of, or says that it is none', () => {
  expect(findFirefoxAmong({}, { FIREFOX_BIN: '/bin/true' }).told).toMatch(
    /names \/bin\/true, which is no Firefox/,
  )
})
