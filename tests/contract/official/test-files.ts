import { globSync } from 'node:fs'
import { join } from 'node:path'

/** All test files that there are, from the repository's root, but for those of these checks. */
export function testFiles(): string[] {
  const root = join(import.meta.dirname, '../../..')
  return globSync('tests/**/*.test.{ts,tsx,mjs}', { cwd: root }).filter(
    path => !path.startsWith('tests/contract/official/'),
  )
}
