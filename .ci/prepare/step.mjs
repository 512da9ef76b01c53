import { spawn } from 'node:child_process'
import { root } from './runtime.mjs'

/**
 * Runs one preparing command silently, saying what it does and for how long; its output is shown only when
 * it fails. Goes to stderr, so that the command's own last line stays the last line of stdout.
 * @throws with the command's output if it fails or takes longer than `timeout` (ms)
 */
export function step(title, command, args, { env = process.env, cwd = root, timeout = 900_000 } = {}) {
  const started = Date.now()
  process.stderr.write(`${title} … `)
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk
      })
    }
    const fail = why => {
      process.stderr.write('failed\n')
      reject(new Error(`${title} failed (${[command, ...args].join(' ')}): ${why}\n${output}`.trim()))
    }
    child.on('error', error => fail(error.message))
    child.on('close', (code, signal) => {
      if (code !== 0) return fail(signal ? `ended by ${signal}` : `exit code ${code}`)
      process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`)
      resolve(output)
    })
  })
}
