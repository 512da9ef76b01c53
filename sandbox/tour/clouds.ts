import type { Screen, Thing } from './screen.ts'

/** The words with which the accessible name of a mark of ours begins. */
export const words = {
  ready: 'Ready to export',
  exported: 'Exported',
  group: 'Missing product group',
  account: 'Missing account',
  exporting: 'Exporting',
  failed: 'Export failed',
} as const
export type Word = keyof typeof words

/** Our marks of some kind, or of all, on the rows in sight. A count in the bar is no mark: it ends in a number. */
export async function marks(screen: Screen, ...kinds: Word[]): Promise<Thing[]> {
  const wanted = (kinds.length > 0 ? kinds : (Object.keys(words) as Word[])).map(kind => words[kind])
  const buttons = await screen.all('button', new RegExp(`^(${wanted.join('|')})\\b(?!.*\\d$)`))
  return buttons.filter(({ name }) => !/^Export(ed)? (all|successfully)/i.test(name))
}

/** Narrows the host's list to what a search finds, and waits for the marks of its rows. */
export async function search(screen: Screen, text: string): Promise<void> {
  await screen.fill('searchbox', /./, text)
}

/** Shows one outlet's invoices on one page, as the host's own controls do. */
export async function show(
  screen: Screen,
  view: { outlet?: string; status?: string; rows?: string },
): Promise<void> {
  await screen.choose('Outlet', view.outlet ?? 'All outlets')
  await screen.choose('Export status filter', view.status ?? 'Any status')
  await screen.choose(/^Rows per page/, view.rows ?? 'All')
}
