import { type DraftLine, single } from './draft-lines.ts'
import { sum } from './money.ts'

/**
 * One line for each product group, account and tax rate, in the order in which they first appear; it names the
 * group and says for how many lines it stands. Charges stay as they are. Amounts have the currency's `decimals`.
 */
export function groupLines(lines: readonly DraftLine[], decimals: number): DraftLine[] {
  const items = lines.filter(({ charge }) => !charge)
  const grouped = Map.groupBy(items, ({ group, account, taxRate }) =>
    JSON.stringify([group?.id ?? null, account, taxRate]),
  )
  const drafts = [...grouped.values()].flatMap(some => {
    const [first] = some
    if (first === undefined) return []
    const amounts = some.map(({ amount }) => amount)
    return {
      ...first,
      description: described(first, some.length),
      ...single(sum(amounts, decimals)),
      stands: some.length,
    }
  })
  return [...drafts, ...lines.filter(({ charge }) => charge)]
}

function described({ group }: DraftLine, count: number): string {
  const lines = count === 1 ? '1 line' : `${count} lines`
  return `${(group?.name ?? 'No product group').replace(/\p{Cc}+/gu, ' ').slice(0, 3900)} (${lines})`
}
