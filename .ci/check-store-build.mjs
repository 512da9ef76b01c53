/** The builds that users get must wake on Foodrazor's pages alone; only the sandbox build may match loopback. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './prepare/runtime.mjs'
import { loopbackPatterns } from './store-build/loopback-patterns.mjs'

let sound = true
const expectations = [
  ['chrome-mv3', false],
  ['firefox-mv3', false],
  ['chrome-mv3-sandbox', true],
]
for (const [build, mayMatch] of expectations) {
  const manifest = JSON.parse(readFileSync(join(root, '.output', build, 'manifest.json'), 'utf8'))
  const found = loopbackPatterns(manifest)
  const right = found.length > 0 === mayMatch
  sound &&= right
  console.log(
    `${right ? 'ok ' : 'NOT OK '} ${build}: ${found.length > 0 ? found.join(', ') : 'no loopback pattern'}`,
  )
}
process.exitCode = sound ? 0 : 1
