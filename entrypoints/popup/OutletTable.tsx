import { StatusIcon } from '#components/StatusIcon.tsx'
import type { Listed } from '#lib/store/queries/listed-invoices.ts'
import { type OutletCounts, tallyNames } from '#lib/store/queries/outlet-counts.ts'
import { say } from '#lib/words/say.ts'
import { tallyWords } from './tally-words.ts'
import { useOpenTally } from './use-open-tally.ts'

/** The counts outlet by outlet. */
export function OutletTable({
  rows,
  onList,
}: {
  rows: readonly OutletCounts[]
  onList: (listed: Listed) => void
}) {
  const open = useOpenTally(onList)
  return (
    <table className="numbers w-full table-fixed border-collapse">
      <caption className="sr-only">{say('popup.per-outlet')}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="py-1 text-left font-normal">
            {say('common.outlet')}
          </th>
          {tallyNames.map(name => (
            <th key={name} scope="col" title={tallyWords[name].short} className="w-10 py-1 font-normal">
              <span className="sr-only">{tallyWords[name].short}</span>
              <span className="flex justify-end">
                <StatusIcon status={tallyWords[name].status} size={16} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ outlet, counts }) => (
          <tr key={outlet.id} className="border-b border-line/60">
            <th scope="row" title={outlet.name} className="py-1 pr-1 text-left text-sm font-normal">
              <bdi className="line-clamp-2 wrap-anywhere">{outlet.name}</bdi>
            </th>
            {tallyNames.map(name => (
              <td key={name} className="py-1 text-right">
                {counts[name] === 0 ? (
                  <span className="text-muted">0</span>
                ) : (
                  <button
                    type="button"
                    aria-label={say('popup.count-of', {
                      outlet: outlet.name,
                      count: counts[name],
                      status: tallyWords[name].short.toLocaleLowerCase(),
                    })}
                    className="-my-1 min-h-6 min-w-6 text-right link"
                    onClick={() => open(name, outlet)}
                  >
                    {counts[name]}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
