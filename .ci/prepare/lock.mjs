import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './runtime.mjs'

const name = `\0clearcloud-prepare-${createHash('sha256').update(root).digest('hex').slice(0, 24)}`

/**
 * Runs `work` while no other process prepares this clone. The lock is a listening socket in Linux's
 * abstract namespace: the kernel frees it when its holder dies, so that there is no stale lock to judge.
 * Other systems have no such namespace and go without.
 */
export async function withLock(work) {
  if (process.platform !== 'linux') return work()
  const held = await acquire()
  try {
    return await work()
  } finally {
    await new Promise(done => held.close(done))
  }
}

async function acquire() {
  for (let waited = false; ; waited = true) {
    const server = await listen()
    if (server) return server
    if (!waited) console.error('Waiting for another command to finish preparing this clone …')
    await sleep(200)
  }
}

function listen() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', error => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(name, () => resolve(server))
  })
}
