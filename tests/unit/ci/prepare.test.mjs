import { expect, test } from 'vitest'
import { versionOf } from '../../../.ci/prepare/browser.mjs'
import { holds } from '../../../.ci/prepare/dependencies.mjs'

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
