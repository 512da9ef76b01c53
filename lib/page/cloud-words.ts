import type { KnownCloud, PageProfile } from './profile.ts'
import { plainLabel } from './shown-text.ts'

type Clouds = PageProfile['clouds']

const knownClouds: readonly KnownCloud[] = ['missing-product-group', 'exported', 'ready', 'failed']

/** What words say, and whether they say one thing only. */
export interface Said {
  status: KnownCloud
  plainly: boolean
}

/** Scripts that leave no blanks between words: there a word may stand anywhere, elsewhere only whole. */
const unspaced = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/
const blankBetween =
  /(?<=[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]) (?=[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff])/g
const letter = /[\p{L}\p{M}\p{N}]/u
/** A full stop within a number or an abbreviation ends nothing. */
const clauseEnd = /[:;!?。；：！？，、|•·—–\n\r]+|[.,](?=\s|$)| - /
/** How far a negation reaches: “has not yet been exported”, “尚未成功导出”. */
const reach = { words: 3, characters: 3 }
const longest = 300
const mostKept = 500

/** What was said of a text before: labels are the same in row after row. */
const known = new WeakMap<Clouds, Map<string, Said | null>>()
const prepared = new WeakMap<Clouds, Prepared>()

interface Prepared {
  entries: { status: KnownCloud; word: string }[]
  before: string[]
  after: string[]
}

/**
 * Which status a label, a title or a text names, in any of the profile's languages; null for none. What is
 * negated is not said: “not exported” and “未成功导出” do not say exported.
 */
export function statusInWords(text: string, clouds: Clouds): Said | null {
  const before = known.get(clouds) ?? new Map<string, Said | null>()
  known.set(clouds, before)
  const told = before.get(text)
  if (told !== undefined) return told
  if (before.size >= mostKept) before.clear()
  const said = text.length > longest ? null : readWords(text, prepare(clouds))
  before.set(text, said)
  return said
}

function prepare(clouds: Clouds): Prepared {
  const there = prepared.get(clouds)
  if (there) return there
  const before = clouds.negations.before.map(flatten)
  const entries = knownClouds
    .flatMap(status => clouds[status].text.map(text => ({ status, word: flatten(text) })))
    // The longest goes first: what lies within it says nothing of its own.
    .sort((a, b) => b.word.length - a.word.length)
  const made = { entries, before, after: clouds.negations.after.map(flatten) }
  prepared.set(clouds, made)
  return made
}

function flatten(text: string): string {
  return plainLabel(text).replace(blankBetween, '')
}

function readWords(text: string, { entries, before, after }: Prepared): Said | null {
  const found: { status: KnownCloud; denies: boolean }[] = []
  for (const clause of text.normalize('NFKC').split(clauseEnd).map(flatten)) {
    const taken: [number, number][] = []
    for (const { word, status } of entries) {
      for (const start of placesOf(word, clause)) {
        const end = start + word.length
        if (taken.some(([from, to]) => start < to && end > from)) continue
        const undone =
          before.some(no => isBefore(no, clause.slice(0, start))) ||
          after.some(no => clause.slice(end, end + no.length + 2).includes(no))
        if (undone) continue
        taken.push([start, end])
        found.push({ status, denies: before.some(no => placesOf(no, word).length > 0) })
      }
    }
  }
  // “Failed: not exported” says why; that it is not exported then says no more.
  const telling = found.some(({ denies }) => !denies) ? found.filter(({ denies }) => !denies) : found
  const [first] = telling
  return first
    ? { status: first.status, plainly: telling.every(({ status }) => status === first.status) }
    : null
}

/** Where a word stands in a text: whole, unless its script leaves no blanks. */
function placesOf(word: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    if (isEdge(text[at - 1], word[0]) && isEdge(text[end], word[word.length - 1])) places.push(at)
  }
  return places
}

function isEdge(outside: string | undefined, inside: string | undefined): boolean {
  return !outside || !letter.test(outside) || unspaced.test(outside) || unspaced.test(inside ?? '')
}

function isBefore(no: string, text: string): boolean {
  const near = placesOf(no, text).at(-1)
  if (near === undefined) return false
  const between = text.slice(near + no.length)
  return unspaced.test(no)
    ? between.length <= reach.characters
    : between.split(' ').filter(Boolean).length <= reach.words
}
