import type { Mark } from './mark.ts'
import type { Marks } from './marks.ts'

/** What asks nothing of a person: passed over on the way to the next. */
const atRest: readonly string[] = ['exported', 'exporting']

/**
 * The mark after (or before) the one that has the focus, in the page's order, of those that ask something.
 * @param isWhole whether all rows are marked: else what comes after the last is not the first
 */
export function neighbour(marks: Marks, step: 1 | -1, isWhole: boolean): Mark | undefined {
  const all = [...marks.all()].filter(({ host }) => host.isConnected)
  all.sort((a, b) =>
    a.host.compareDocumentPosition(b.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -step : step,
  )
  const from = all.findIndex(
    ({ host }) => (host.getRootNode() as Document | ShadowRoot).activeElement === host,
  )
  const round = isWhole || from < 0 ? all.slice(0, from + 1) : []
  const onward = [...all.slice(from + 1), ...round]
  return onward.find(({ content }) => !atRest.includes(content.status)) ?? onward[0]
}
