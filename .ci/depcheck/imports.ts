/** One import of a file: what it names, whether only types come through it, and on which line it stands. */
export interface Import {
  specifier: string
  typesOnly: boolean
  line: number
}

const statement =
  /^[ \t]*(?<word>import|export)(?<type>\s+type\b(?!\s*(?:,|from\b)))?(?<names>[^'"`;()=]*?)\bfrom\s*['"](?<from>[^'"]+)['"]/gm
const bare = /^[ \t]*import\s*['"](?<from>[^'"]+)['"]/gm
const dynamic = /\bimport\s*\(\s*['"](?<from>[^'"]+)['"]\s*\)/g

/**
 * The imports and re-exports of a TypeScript text, found by their form: the parsers that a ready-made check
 * would need do not know the TypeScript of the day. Comments are blanked first, lines kept.
 */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  const found: Import[] = []
  for (const match of code.matchAll(statement)) {
    const names = match.groups?.names?.trim() ?? ''
    const typesOnly = match.groups?.type !== undefined || onlyTypesIn(names)
    found.push({ specifier: match.groups?.from ?? '', typesOnly, line: lineAt(code, match.index) })
  }
  for (const form of [bare, dynamic]) {
    for (const match of code.matchAll(form)) {
      found.push({ specifier: match.groups?.from ?? '', typesOnly: false, line: lineAt(code, match.index) })
    }
  }
  return found.sort((a, b) => a.line - b.line)
}

/** `{ type A, type B }` brings types alone; `{}` and `* as x` do not. */
function onlyTypesIn(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names)?.[1]
  if (inner === undefined) return false
  const each = inner
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
  return each.length > 0 && each.every(name => name.startsWith('type '))
}

/** Strings are skipped over, so that `'https://…'` is not taken for a comment. */
function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
  return text.replace(token, part => (part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : part))
}

function lineAt(text: string, index: number): number {
  // The match may begin with the indentation of the line before the statement's own.
  return text.slice(0, index).split('\n').length
}
