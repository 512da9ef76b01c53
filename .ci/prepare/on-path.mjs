import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** The paths at which programs of these names lie in PATH, the first name's first. */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean)
  return names.flatMap(name => folders.map(folder => join(folder, name))).filter(path => existsSync(path))
}
