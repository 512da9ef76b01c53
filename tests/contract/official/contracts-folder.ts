import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of a ledger's official description: `name` under `CONTRACTS_DIR`, else under the nearest `shared/data`
 * beside this repository or above it. Null where there is none.
 */
export function contractsFolder(name: 'xero' | 'qbo', environment = process.env): string | null {
  if (environment.CONTRACTS_DIR) return ifThere(join(environment.CONTRACTS_DIR, name))
  let folder = import.meta.dirname
  while (folder !== dirname(folder)) {
    folder = dirname(folder)
    const found = ifThere(join(folder, 'shared/data', name))
    if (found) return found
  }
  return null
}

function ifThere(path: string): string | null {
  return existsSync(path) ? path : null
}
