import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { fingerprint, textIfThere } from './fingerprint.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The kinds of browser that a build is for. */
export const ExtensionBrowser = z.enum(['chrome', 'firefox'])
export type ExtensionBrowser = z.infer<typeof ExtensionBrowser>

/** A build's folder under `.output`, beside those of the store builds. */
export function extensionBuild(browser: ExtensionBrowser): string {
  return `${browser}-mv3-sandbox`
}

const sources = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'wxt.config.ts',
  '.ci/build',
  'tsconfig.json',
  'package-lock.json',
  'sandbox/launch/wxt-build.ts',
]

/**
 * The folder of the extension's sandbox build, built anew unless it was made from the same sources.
 * In a process of its own, because a build reads and sets NODE_ENV.
 * @throws with the build's output if it fails
 */
export async function buildExtension(browser: ExtensionBrowser = 'chrome'): Promise<string> {
  const folder = join(root, '.output', extensionBuild(browser))
  const mark = `${folder}.sha256`
  const print = await fingerprint(root, sources)
  if ((await textIfThere(mark)) === print && (await textIfThere(join(folder, 'manifest.json')))) return folder
  await rm(mark, { force: true })
  const { NODE_ENV: _, ...env } = process.env
  const script = fileURLToPath(new URL('./wxt-build.ts', import.meta.url))
  try {
    await promisify(execFile)(process.execPath, [script, browser], {
      cwd: root,
      env: { ...env, NO_COLOR: '1', CI: '1' },
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`The extension could not be built:\n${stdout}${stderr}`, { cause: error })
  }
  await writeFile(mark, print)
  return folder
}
