import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes this process the only one on a data folder: two embedded databases over the same files would ruin
 * them. A hold that a dead process left behind is taken over.
 * @returns what gives the folder free
 * @throws if a living process holds it
 */
export async function holdDirectory(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, 'process.lock')
  await mkdir(directory, { recursive: true })
  if (!(await take(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (isAlive(holder)) {
      throw new Error(
        `DATA_DIR ${directory} is in use by another server (process ${holder}). Stop it, or choose another DATA_DIR.`,
      )
    }
    await rm(path, { force: true })
    if (!(await take(path))) throw new Error(`DATA_DIR ${directory} was taken by another server just now.`)
  }
  return () => rm(path, { force: true })
}

async function take(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** In a container every server is the same process number: what bears ours was left by one before us. */
function isAlive(holder: number): boolean {
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return false
  try {
    process.kill(holder, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
