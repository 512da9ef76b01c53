import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A hash over the names and contents of these files and folders, paths relative to `root`. */
export async function fingerprint(root: string, paths: readonly string[]): Promise<string> {
  const lists = await Promise.all(paths.map(path => filesOf(root, path)))
  const hash = createHash('sha256')
  for (const path of lists.flat().sort()) {
    hash
      .update(path)
      .update('\0')
      .update(await readFile(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

async function filesOf(root: string, path: string): Promise<string[]> {
  if ((await stat(join(root, path))).isFile()) return [path]
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath.slice(root.length), entry.name))
}

/** A text file's content; undefined if there is none. */
export async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
