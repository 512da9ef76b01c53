import { StatusIcon } from '#components/StatusIcon.tsx'
import type { Listed } from '#lib/store/queries/listed-invoices.ts'
import { inAll, type OutletCounts, tallyNames } from '#lib/store/queries/outlet-counts.ts'
import { say } from '#lib/words/say.ts'
import { tallyWords } from './tally-words.ts'
import { useOpenTally } from './use-open-tally.ts'

/** The five counts over all outlets; each leads to what it counts. */
export function Totals({
  rows,
  onList,
}: {
  rows: readonly OutletCounts[]
  onList: (listed: Listed) => void
}) {
  const open = useOpenTally(onList)
  const totals = inAll(rows)
  return (
    <ul aria-label={say('common.all-outlets')} className="grid grid-cols-5 gap-1.5">
      {tallyNames.map(name => {
        const { status, short, full } = tallyWords[name]
        return (
          <li key={name}>
            <button
              type="button"
              disabled={totals[name] === 0}
              onClick={() => open(name, null)}
              className="flex w-full flex-col items-center gap-0.5 rounded-md border border-line bg-raised py-1.5 enabled:hover:bg-sunk disabled:cursor-default disabled:text-muted"
            >
              <StatusIcon status={status} size={20} />
              {/* Read in this order, seen in the other: the name begins with the words. */}
              <span className="order-2 text-xs text-muted">
                <span aria-hidden="true">{short}</span>
                <span className="sr-only">{full}</span>
              </span>{' '}
              <span className="numbers order-1 text-xl leading-6 font-semibold">{totals[name]}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
