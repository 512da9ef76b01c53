import type { Status } from '#lib/domain/assessment.ts'

/** The colour family of a status; the tokens of each surface give it its light and its dark value. */
export type Tone = 'ready' | 'exported' | 'missing' | 'failed' | 'neutral'

/** What is drawn: a status, or a ready invoice that the ledger would refuse as it is. */
export type Shape = Status | 'would-fail'

/** How a status is drawn, as data: the overlay builds DOM of it, the popup and the panel build JSX. */
export interface StatusShape {
  tone: Tone
  /** `solid`: filled in the tone, the glyph in the paper's colour. `outline`, `dashed`: all in the tone. */
  cloud: 'solid' | 'outline' | 'dashed'
  /** Stroked, round caps, `statusStroke` wide, on a 24 × 24 canvas. Empty: the cloud alone. */
  glyph: string
  /** Filled circles (`[x, y, radius]`), which move while the status does. */
  dots: readonly (readonly [number, number, number])[]
}

/** The cloud that all statuses share, on a 24 × 24 canvas. */
export const cloudPath = 'M6.9 20.2a5.4 5.4 0 0 1-.86-10.73 6.7 6.7 0 0 1 12.64 1.2A4.8 4.8 0 0 1 18 20.2z'

export const statusStroke = 1.9

/** One shape per status, so that colour never speaks alone (WCAG 1.4.1). */
export const statusShapes: Readonly<Record<Shape, StatusShape>> = {
  'not-completed': {
    tone: 'neutral',
    cloud: 'outline',
    glyph: '',
    dots: [],
  },
  ready: {
    tone: 'ready',
    cloud: 'solid',
    glyph: 'M12 17.4v-6.2M9.2 13.6 12 10.8l2.8 2.8',
    dots: [],
  },
  'would-fail': {
    tone: 'ready',
    cloud: 'outline',
    glyph: 'M12 10.9v3.7M12 17.4v.01',
    dots: [],
  },
  'missing-product-group': {
    tone: 'missing',
    cloud: 'solid',
    glyph: 'M9 11.2h3.5l3.3 3.3-3 3L9 14zM10.7 12.8v.01',
    dots: [],
  },
  'missing-account': {
    tone: 'missing',
    cloud: 'solid',
    glyph: 'M10 12.1a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.4M12 17.6v.01',
    dots: [],
  },
  exporting: {
    tone: 'ready',
    cloud: 'outline',
    glyph: '',
    dots: [
      [7.9, 14.4, 1.8],
      [12, 14.4, 1.8],
      [16.1, 14.4, 1.8],
    ],
  },
  exported: {
    tone: 'exported',
    cloud: 'solid',
    glyph: 'm8.9 14.4 2.2 2.2 4.2-4.4',
    dots: [],
  },
  failed: {
    tone: 'failed',
    cloud: 'solid',
    glyph: 'm9.7 12 4.6 4.6M14.3 12l-4.6 4.6',
    dots: [],
  },
  'not-recognised': {
    tone: 'neutral',
    cloud: 'dashed',
    glyph: '',
    dots: [],
  },
}
