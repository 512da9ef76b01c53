/**
 * Makes a fresh clone ready, then runs a command in it:
 *
 *     node .ci/prepare.mjs [--browser] [--firefox] [--pages] <command> [args…]
 *
 * Plain JavaScript for any Node from 20 up, without dependencies, because it is what runs before there are
 * any. It installs what package-lock.json says if that is not what node_modules holds, puts the pinned
 * Node and the installed tools first in PATH, generates WXT's types, finds (or installs) the browsers it is asked
 * for, and hands over: same terminal, signals passed on, same exit code. Without Chromium (`--browser`) nothing is
 * run; without Firefox (`--firefox`) the command does without. `--pages`: the libraries of tests/pages too.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'
import { findBrowser } from './prepare/browser.mjs'
import { installDependencies, installPages } from './prepare/dependencies.mjs'
import { findFirefox } from './prepare/firefox.mjs'
import { withLock } from './prepare/lock.mjs'
import { pinnedPath, root } from './prepare/runtime.mjs'
import { generateTypes } from './prepare/wxt-types.mjs'

const known = new Set(['--browser', '--firefox', '--pages'])

async function main() {
  const args = process.argv.slice(2)
  const wishes = new Set()
  while (known.has(args[0])) wishes.add(args.shift())
  const [command, ...rest] = args
  if (!command)
    throw new Error('Usage: node .ci/prepare.mjs [--browser] [--firefox] [--pages] <command> [args…]')

  const env = { ...process.env }
  await withLock(async () => {
    await installDependencies()
    if (wishes.has('--pages')) await installPages()
    env.PATH = pinnedPath()
    await generateTypes(env)
    if (wishes.has('--browser')) env.PUPPETEER_EXECUTABLE_PATH = await findBrowser(env)
    if (wishes.has('--firefox')) env.FIREFOX_BIN = (await findFirefox()) ?? ''
  })
  handOver(command, rest, env)
}

/** Becomes the command, as far as a parent process can: its signals go in, its exit code comes out. */
function handOver(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C reaches the whole foreground group by itself: passed on, it would count as a second one.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  child.on('error', error => {
    console.error(`${command} could not be started: ${error.message}`)
    process.exitCode = 127
  })
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1)
  })
}

main().catch(error => {
  console.error(error.message)
  process.exitCode = 1
})
