import type { CloudClue } from '../messages.ts'
import type { CloudReading } from './cloud.ts'
import { type Oklch, readColour } from './colour.ts'
import { statusInName } from './name-status.ts'
import { fileOf, readPicture } from './picture.ts'
import type { Band, KnownCloud, PageProfile } from './profile.ts'
import { KnownCloud as Known } from './profile.ts'

type Clouds = PageProfile['clouds']

/** How much each kind of evidence weighs: names hint at a status, colours suggest it, shapes less so. */
const weight = { sign: 0.9, tokens: 0.85, colour: 0.75, shapes: 0.65 } as const

/** What speaks for the status adds this; what speaks against it takes more, least where it is a shape. */
const agreed = 0.08
const against = { shapes: 0.12, other: 0.35 }
const leastConfidence = 0.6

interface Found {
  status: KnownCloud
  kind: keyof typeof weight
  evidence: string
}

/**
 * What a cloud without words is, by its clues: signs go before names, and these before the colour. Where a
 * weaker kind contradicts a stronger one the confidence falls, and below 0.6 it is `unknown`: a guess is not
 * shown as a fact. A reading without clues is given back as it is.
 */
export function judgeCloud({ clues, ...reading }: CloudReading, clouds: Clouds): CloudReading {
  if (!clues) return reading
  const found = [...bySign(clues, clouds), ...byName(clues, clouds), ...byPaint(clues, clouds)]
  // The heaviest leads; each of the others supports it or casts doubt on it.
  const [best, ...others] = found.sort((a, b) => weight[b.kind] - weight[a.kind])
  if (!best) return reading
  let confidence: number = weight[best.kind]
  for (const { status, kind } of others) {
    if (status !== best.status) confidence -= against[kind === 'shapes' ? 'shapes' : 'other']
    else if (kind !== best.kind) confidence += agreed
  }
  confidence = Math.max(0, Math.min(0.95, confidence))
  return {
    status: confidence < leastConfidence ? 'unknown' : best.status,
    confidence,
    evidence: [best, ...others].map(({ evidence }) => evidence).slice(0, 20),
  }
}

/** Coloured characters, such as 🟢; two of different meaning say nothing. */
function bySign(clues: readonly CloudClue[], clouds: Clouds): Found[] {
  const [, , text = ''] = clues.find(([kind]) => kind === 'sign') ?? []
  const found = Known.options.filter(status => clouds[status].signs.some(sign => text.includes(sign)))
  const [status] = found
  return status && found.length === 1
    ? [{ status, kind: 'sign', evidence: `sign “${text.slice(0, 20)}”` }]
    : []
}

/** Names from the icon outwards: the nearest that names a status tells, and a shape that is nearer still. */
function byName(clues: readonly CloudClue[], clouds: Clouds): Found[] {
  let shape: Found | undefined
  for (const [kind, where, text] of clues) {
    if (kind !== 'name') continue
    const name = where === 'file' ? fileOf(text) : text
    const named = statusInName(name, clouds)
    if (!named) continue
    const found = { ...named, evidence: quoted(where, name) }
    if (named.kind === 'tokens') return shape ? [found, shape] : [found]
    shape ??= found
  }
  return shape ? [shape] : []
}

/** Each status that a colour or a picture's name speaks of, once. */
function byPaint(clues: readonly CloudClue[], clouds: Clouds): Found[] {
  const found = new Map<string, Found>()
  const see = (where: string, css: string) => {
    const colour = readColour(css)
    const status = colour && statusOfColour(colour, clouds)
    if (!status || found.has(status)) return
    found.set(status, { status, kind: 'colour', evidence: `${where} ${asWords(colour)}` })
  }
  for (const [kind, where, value] of clues) {
    if (kind === 'colour') see(where, value)
    if (kind !== 'picture') continue
    const { name, colours } = readPicture(value, where.startsWith('mask'))
    const named = name === null ? null : statusInName(name, clouds)
    if (named) found.set(`${named.kind} ${named.status}`, { ...named, evidence: quoted(where, name ?? '') })
    for (const colour of colours) see(where, colour)
  }
  return [...found.values()]
}

/** Of the patches that a colour lies in the narrowest counts: who draws it so narrow means that very colour. */
function statusOfColour(colour: Oklch, clouds: Clouds): KnownCloud | undefined {
  let best: { status: KnownCloud; size: number } | undefined
  for (const status of Known.options) {
    for (const band of clouds[status].colours) {
      if (isWithin(colour, band) && sizeOf(band) < (best?.size ?? Number.POSITIVE_INFINITY)) {
        best = { status, size: sizeOf(band) }
      }
    }
  }
  return best?.status
}

function isWithin({ l, c, h }: Oklch, { hue: [from, to], lightness: [dark, light], chroma }: Band): boolean {
  const hued = from <= to ? h >= from && h <= to : h >= from || h <= to
  return hued && l >= dark && l <= light && c >= chroma
}

function sizeOf({ hue: [from, to], lightness: [dark, light] }: Band): number {
  return ((to - from + 360) % 360) * (light - dark)
}

function quoted(where: string, text: string): string {
  return `${where} “${text.slice(0, 80)}”`
}

function asWords({ l, c, h }: Oklch): string {
  return `oklch(${l.toFixed(2)} ${c.toFixed(3)} ${h.toFixed(0)})`
}
