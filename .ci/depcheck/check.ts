import { posix } from 'node:path'
import { importsOf } from './imports.ts'
import { free, type Rule, rules } from './rules.ts'

/** One import that its room does not allow. */
export interface Violation {
  file: string
  line: number
  says: string
}

/** What the rules say against one file; `file` is its path from the repository's root. */
export function check(file: string, text: string): Violation[] {
  if (free.some(prefix => file.startsWith(prefix))) return []
  const rule = rules.find(({ room }) => file.startsWith(room))
  if (!rule) return [{ file, line: 1, says: 'stands in no room that .ci/depcheck/rules.ts knows' }]
  return importsOf(text).flatMap(({ specifier, typesOnly, line }) => {
    const target = resolve(file, specifier)
    const says =
      target === undefined
        ? aboutPackage(rule, packageOf(specifier), typesOnly)
        : aboutFile(rule, target, typesOnly)
    return says ? [{ file, line, says }] : []
  })
}

function aboutFile(rule: Rule, target: string, typesOnly: boolean): string | undefined {
  if ([rule.room, ...rule.may].some(prefix => target.startsWith(prefix))) return undefined
  const types = rule.mayTypes?.some(prefix => target.startsWith(prefix)) ?? false
  if (types && typesOnly) return undefined
  return `${rule.room} may not import ${target}${types ? ' but for its types (import type)' : ''}`
}

function aboutPackage(rule: Rule, name: string, typesOnly: boolean): string | undefined {
  const listed = (names: readonly string[]) => names.some(pattern => matches(pattern, name))
  if (rule.packages && !listed(rule.packages)) return `${rule.room} may not use the package ${name}`
  if (!typesOnly && rule.notPackages && listed(rule.notPackages)) return `${rule.room} may not use ${name}`
  return undefined
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}

/** A path from the root for `./x.ts` and `#lib/x.ts`; undefined for packages. */
function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  return undefined
}

/** `@hono/node-server/conninfo` → `@hono/node-server`; `node:fs` stays whole. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
