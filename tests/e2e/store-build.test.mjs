import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { loopbackPatterns } from '../../.ci/store-build/loopback-patterns.mjs'

const root = join(import.meta.dirname, '../..')

test('the store build wakes on the pages of Foodrazor alone', async () => {
  const { NODE_ENV: _, CLEARCLOUD_SANDBOX: __, ...env } = process.env
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: root,
    env,
  })
  const manifest = JSON.parse(await readFile(join(root, '.output/chrome-mv3/manifest.json'), 'utf8'))
  expect(loopbackPatterns(manifest)).toEqual([])
  expect(manifest.content_scripts.flatMap(script => script.matches)).toEqual(
    expect.arrayContaining(['https://*.foodrazor.com/*']),
  )
})
