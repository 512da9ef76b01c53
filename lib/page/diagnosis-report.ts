import type { PageDiagnosis } from './page-diagnosis.ts'
import { Column, type Feature, type Profile } from './profile.ts'
import type { Taught } from './taught.ts'

/** What the worker knows of how pages are read, and of what they have told. */
export interface ReadingKnown {
  /** The extension's own version. */
  version: string
  profile: Pick<Profile, 'name' | 'version'>
  taught: Taught | null
  off: readonly Feature[]
  /** Invoices in the store: all; those known from rows alone; those whose lines are known. */
  invoices: { all: number; ofRows: number; withLines: number }
  outlets: number
  /** Where an invoice's lines are read, if the page itself was seen to read them. */
  detailUrl: string | null
}

/**
 * A report for whoever helps: what was found, where, and with what evidence. It is in English, since it leaves the
 * person's hands; names and amounts are masked in it.
 */
export function diagnosisReport(known: ReadingKnown, pages: readonly PageDiagnosis[]): string {
  const { version, profile, taught, off, invoices, outlets, detailUrl } = known
  return [
    `Clearcloud ${version}: what is found on the page`,
    `Profile: ${profile.name}, version ${profile.version}; switched off: ${off.join(', ') || 'nothing'}`,
    `Taught: ${taught ? `${taught.at.slice(0, 10)}, ${taughtWords(taught)}` : 'nothing'}`,
    `Known: ${invoices.all} invoices of ${outlets} outlets; ${invoices.ofRows} from rows alone; lines of ${invoices.withLines}`,
    `Lines are read at: ${detailUrl ?? 'not seen yet'}`,
    ...pages.flatMap(pageLines),
  ].join('\n')
}

function taughtWords({ columns, clouds }: Taught): string {
  const headers = Object.entries(columns).map(([column, words]) => `${column} “${words.join('”, “')}”`)
  return [...headers, ...Object.keys(clouds).map(status => `cloud ${status}`)].join('; ')
}

function pageLines({ language, isFrame, shadowRoots, frames, ours, heads, list }: PageDiagnosis): string[] {
  return [
    '',
    `${isFrame ? 'A frame' : 'The page'}: language ${language || 'not given'}; ${shadowRoots} open shadow roots; ${frames} frames; ${ours} elements of ours`,
    ...heads.flatMap(({ labels, columns }) => [
      `Headers: ${labels.join(' | ')}`,
      `  read as: ${pairs(columns)}`,
    ]),
    ...(heads.length === 0 ? ['Headers: none of a list of invoices'] : []),
    ...(list ? listLines(list) : ['List: none found']),
  ]
}

function listLines({
  parts,
  row,
  rows,
  shown,
  clouds,
  examples,
}: NonNullable<PageDiagnosis['list']>): string[] {
  return [
    `List: ${rows} rows, each ${row}; ${parts} ${parts === 1 ? 'part' : 'parts'}`,
    `  shown: ${pairs(shown)}`,
    'Clouds:',
    ...clouds.map(({ says, rows }) => `- ${rows} × ${says}`),
    'Examples, masked:',
    ...examples.map(example => `- ${pairs(example)}`),
  ]
}

/** In the order in which lists mostly have them; a message between scripts keeps none. */
function pairs(record: Partial<Record<Column, string | number>>): string {
  const told = Column.options.filter(column => record[column] !== undefined)
  return told.map(column => `${column}: ${record[column]}`).join('; ')
}
