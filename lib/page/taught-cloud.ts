import type { CloudClue } from '../messages.ts'
import { readColour } from './colour.ts'
import { fileOf, readPicture } from './picture.ts'
import { type Band, KnownCloud } from './profile.ts'
import { plainLabel } from './shown-text.ts'
import type { Taught } from './taught.ts'

/** What is to be seen of a cloud: its words, and the clues of one that has none. */
export interface CloudShown {
  labels: readonly string[]
  clues: readonly CloudClue[]
}

interface Pieces {
  text: Set<string>
  signs: Set<string>
  tokens: Set<string>
  /** As CSS has them. */
  colours: Set<string>
}
type Kind = keyof Pieces
const kinds: readonly Kind[] = ['text', 'signs', 'tokens', 'colours']

/** A taught colour stands for its neighbours too: the same tone in another row may be drawn over another ground. */
const around = { hue: 10, lightness: 0.1, chroma: 0.6 }
/** Nothing to tell by: with less, a colour has no hue. */
const leastChroma = 0.04
const most = 20

/**
 * What tells each of the clouds that a person pointed at: of all that is to be seen of it, what no other that was
 * pointed at has, and what not every row of the list has. A status of which nothing is left is left out.
 */
export function evidenceOf(
  shown: Partial<Record<KnownCloud, CloudShown>>,
  rows: readonly CloudShown[],
): Taught['clouds'] {
  const pointed = KnownCloud.options.flatMap(status => {
    const cloud = shown[status]
    return cloud ? [{ status, pieces: piecesOf(cloud) }] : []
  })
  const all = rows.map(piecesOf)
  const alike = new Set(all.map(pieces => kinds.map(kind => [...pieces[kind]].join()).join('\n'))).size < 2
  const found: Taught['clouds'] = {}
  for (const { status, pieces } of pointed) {
    const tells = (kind: Kind, piece: string) =>
      pointed.every(other => other.status === status || !other.pieces[kind].has(piece)) &&
      (alike || !all.every(row => row[kind].has(piece)))
    const left = (kind: Kind) => [...pieces[kind]].filter(piece => tells(kind, piece)).slice(0, most)
    const evidence = {
      text: left('text'),
      signs: left('signs'),
      tokens: left('tokens'),
      colours: left('colours').flatMap(bandAround),
    }
    if (Object.values(evidence).some(({ length }) => length > 0)) found[status] = evidence
  }
  return found
}

function piecesOf({ labels, clues }: CloudShown): Pieces {
  const pieces: Pieces = { text: new Set(), signs: new Set(), tokens: new Set(), colours: new Set() }
  const name = (text: string) => {
    for (const token of text.split(/[\s/]+/)) if (isName(token)) pieces.tokens.add(token)
  }
  for (const label of labels) {
    const plain = plainLabel(label)
    if (/\p{L}/u.test(plain) && plain.length <= 200) pieces.text.add(plain)
  }
  for (const [kind, where, value] of clues) {
    if (kind === 'sign') pieces.signs.add(value.slice(0, 200))
    if (kind === 'name') name(where === 'file' ? fileOf(value) : value)
    if (kind === 'colour') pieces.colours.add(value)
    if (kind !== 'picture') continue
    const picture = readPicture(value, where.startsWith('mask'))
    if (picture.name !== null) name(picture.name)
    for (const colour of picture.colours) pieces.colours.add(colour)
  }
  return pieces
}

/** With a figure in it a class is one that a build has made up, or one of a single row. */
function isName(token: string): boolean {
  return /^[a-z][a-z_-]{2,80}$/i.test(token)
}

function bandAround(css: string): Band[] {
  const colour = readColour(css)
  if (!colour || colour.c < leastChroma) return []
  const { l, c, h } = colour
  return [
    {
      hue: [(h - around.hue + 360) % 360, (h + around.hue) % 360],
      lightness: [Math.max(0, l - around.lightness), Math.min(1, l + around.lightness)],
      chroma: Math.min(0.5, c * around.chroma),
    },
  ]
}
