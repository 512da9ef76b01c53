import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The repository's own folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** From here on Node runs TypeScript by itself, which the servers and the demo rely on. */
const oldestNode = [22, 18]

/**
 * PATH with the pinned Node and the installed tools first. The Node comes as an optional dependency for
 * Linux (locked by its hash, no install script); elsewhere the machine's own will do if it is new enough.
 * @throws if there is no Node that could run the project
 */
export function pinnedPath() {
  const bin = join(root, 'node_modules', '.bin')
  if (!existsSync(join(bin, 'node'))) {
    const [major, minor] = process.versions.node.split('.').map(Number)
    if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
      throw new Error(
        `Clearcloud brings its own Node for Linux on x64 and arm64 only. On ${process.platform} ${process.arch} ` +
          `please use Node ${oldestNode.join('.')} or newer (this is ${process.versions.node}).`,
      )
    }
  }
  return [bin, process.env.PATH].join(delimiter)
}
