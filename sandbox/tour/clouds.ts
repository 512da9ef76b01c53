import type { Screen, Thing } from './screen.ts'

/** The words with which the accessible name of a mark of ours begins; a reason follows after a colon. */
export const words = {
  ready: 'Ready to export',
  exported: 'Exported',
  group: 'Missing product group',
  account: 'Missing account',
  exporting: 'Exporting',
  failed: 'Export failed',
} as const
export type Word = keyof typeof words

/** Our marks of some kinds, or of all, on the rows in sight. */
export function marks(screen: Screen, ...kinds: Word[]): Promise<Thing[]> {
  const wanted = (kinds.length > 0 ? kinds : (Object.keys(words) as Word[])).map(kind => words[kind])
  return screen.all('button', new RegExp(`^(${wanted.join('|')}): `))
}

export function is(mark: Thing, ...kinds: Word[]): boolean {
  return kinds.some(kind => mark.name.startsWith(`${words[kind]}: `))
}

/** What our bar counts under these words in sum; a count of nothing has no button. */
export async function countIn(screen: Screen, names: readonly string[]): Promise<number> {
  const wanted = new RegExp(`^(?:${names.join('|')}) (\\d+)$`)
  const things = await screen.all('button', wanted)
  return things.reduce((sum, { name }) => sum + Number(wanted.exec(name)?.[1] ?? 0), 0)
}

/** Waits until our bar has followed the host's outlet filter: its buttons act on what it counts. */
export async function barCounts(screen: Screen, names: readonly string[], count: number): Promise<void> {
  await screen.until(
    () => countIn(screen, names),
    seen => seen === count,
  )
}

/** Narrows the host's list to what a search finds. */
export async function search(screen: Screen, text: string): Promise<void> {
  await screen.fill('searchbox', /./, text)
}

/** The mark of the one invoice that the host's list is narrowed to, once it is of one of these kinds. */
export async function onlyMark(screen: Screen, kinds: Word[], patience?: number): Promise<Thing> {
  const [mark] = await screen.until(
    () => marks(screen),
    found => found.length === 1 && found.every(one => is(one, ...kinds)),
    patience,
  )
  if (!mark) throw new Error('There is no mark')
  return mark
}

/** Chooses what the host's list shows, by the host's own controls; what is not named shows all. */
export async function show(
  screen: Screen,
  view: { outlet?: string; status?: string; rows?: string } = {},
): Promise<void> {
  await search(screen, '')
  await screen.choose('Outlet', view.outlet ?? 'All outlets')
  await screen.choose('Export status filter', view.status ?? 'Any status')
  await screen.choose(/^Rows per page/, view.rows ?? 'All')
}
