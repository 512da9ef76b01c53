import { KnownCloud, type PageProfile } from './profile.ts'

type Clouds = PageProfile['clouds']
type Kind = 'tokens' | 'shapes'

/** What a name says: the status or its colour (`tokens`), or only the shape that is drawn. */
export interface Named {
  status: KnownCloud
  kind: Kind
}

const mostKept = 500

/** Class names and the like are the same in row after row. */
const known = new WeakMap<Clouds, Map<string, Named | null>>()
/** The profile's words as parts, made once. */
const prepared = new WeakMap<Clouds, Record<Kind, [KnownCloud, string[]][]>>()

/** Which status a class, a ligature or a file's name speaks of; null for none. */
export function statusInName(text: string, clouds: Clouds): Named | null {
  const before = known.get(clouds) ?? new Map<string, Named | null>()
  known.set(clouds, before)
  const told = before.get(text)
  if (told !== undefined) return told
  if (before.size >= mostKept) before.clear()
  const named = readName(text, clouds)
  before.set(text, named)
  return named
}

function readName(text: string, clouds: Clouds): Named | null {
  const parts = partsOf(text)
  for (const kind of ['tokens', 'shapes'] as const) {
    const there = prepare(clouds)[kind].flatMap(([status, words]) =>
      words.filter(word => parts.includes(word)).map(word => ({ status, word })),
    )
    // What lies within a longer one says nothing of its own: `blue` in `status-blue`, where that is known.
    const said = there.filter(
      ({ word }) => !there.some(other => other.word !== word && other.word.includes(word)),
    )
    const found = new Set(said.map(({ status }) => status))
    // A name that speaks of two of them speaks of neither: `badge-success-or-error`.
    if (found.size > 1) return null
    const [only] = found
    if (only) return { status: only, kind }
  }
  return null
}

function prepare(clouds: Clouds): Record<Kind, [KnownCloud, string[]][]> {
  const there = prepared.get(clouds)
  if (there) return there
  const of = (kind: Kind) =>
    KnownCloud.options.map((status): [KnownCloud, string[]] => [status, clouds[status][kind].map(partsOf)])
  const made = { tokens: of('tokens'), shapes: of('shapes') }
  prepared.set(clouds, made)
  return made
}

/** `cloud_done-24px isBlue` → ` cloud done 24px is blue `. */
function partsOf(text: string): string {
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return ` ${words.filter(Boolean).join(' ')} `
}
