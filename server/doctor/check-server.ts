import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { type Finding, findingsAbout } from './finding.ts'

const found = findingsAbout('Server')
/** A character set of less than this many is a word that somebody typed, not a key that was drawn. */
const leastDifferent = 12

/** The server's own address, its key and its data folder. Changes nothing. */
export async function checkServer(config: Config): Promise<Finding[]> {
  return [checkAddress(config.publicUrl), await checkKey(config), await checkFolder(config)]
}

/** Ledgers send people back over HTTPS alone, except to a machine of their own. */
export function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}

function checkAddress(url: string): Finding {
  if (new URL(url).protocol === 'https:')
    return found('Address', 'ok', `People and ledgers reach it at ${url}.`)
  if (isLoopback(url)) {
    return found(
      'Address',
      'ok',
      `${url}: for this machine alone. For others, PUBLIC_URL must be an https address.`,
    )
  }
  return found(
    'Address',
    'failed',
    `PUBLIC_URL is ${url}, and no ledger sends people back to an address without https.`,
    'Put the server behind a proxy that speaks https, and set PUBLIC_URL to that address.',
  )
}

async function checkKey({ secretKey, dataDir }: Config): Promise<Finding> {
  if (secretKey !== null) {
    if (new Set(secretKey).size >= leastDifferent)
      return found('Key', 'ok', 'Tokens are sealed with SECRET_KEY.')
    const todo =
      'Draw one, for example with: openssl rand -base64 32. Whoever is connected then connects again.'
    return found('Key', 'warning', 'SECRET_KEY is easily guessed.', todo)
  }
  const path = join(dataDir, 'secret.key')
  const file = await stat(path).catch(() => null)
  if (!file) return found('Key', 'skipped', `${path} is made at the first start.`)
  if ((file.mode & 0o077) === 0) return found('Key', 'ok', `Tokens are sealed with ${path}.`)
  return found('Key', 'warning', `${path} can be read by others on this machine.`, `Run: chmod 600 ${path}`)
}

async function checkFolder({ dataDir, databaseUrl }: Config): Promise<Finding> {
  const there = await nearestThere(resolve(dataDir))
  try {
    await access(there, constants.W_OK)
  } catch {
    const todo = 'Give the server’s user the right to write there, or set DATA_DIR to another folder.'
    return found('Data folder', 'failed', `DATA_DIR ${dataDir} cannot be written to.`, todo)
  }
  const holds = databaseUrl === null ? 'the key and the database' : 'the key'
  const later = there === resolve(dataDir) ? '' : ', once the server has made it'
  return found('Data folder', 'ok', `${dataDir} holds ${holds}${later}.`)
}

/** The folder, or the one in which it would be made. */
async function nearestThere(folder: string): Promise<string> {
  const isThere = await stat(folder).catch(() => null)
  return isThere || dirname(folder) === folder ? folder : nearestThere(dirname(folder))
}
