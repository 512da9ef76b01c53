import { useLiveQuery } from 'dexie-react-hooks'
import { Fragment } from 'react'
import { useSurface } from '#components/SurfaceContext.tsx'
import { dayOf } from '#components/when.ts'
import type { Currency } from '#lib/domain/money.ts'
import type { Listed } from '#lib/store/queries/listed-invoices.ts'
import { notInBooks, notInBooksStatuses } from '#lib/store/queries/not-in-books.ts'
import { money } from '#lib/words/formats.ts'
import { say, sayCount } from '#lib/words/say.ts'

/** What stands in no ledger yet: its value per currency, and since when; each leads to the invoices it sums up. */
export function NotInBooks({ onList }: { onList: (listed: Listed) => void }) {
  const { store } = useSurface()
  const rest = useLiveQuery(() => notInBooks(store), [store])
  const list = (currency?: Currency) => onList({ statuses: notInBooksStatuses, outletId: null, currency })
  return (
    <div className="flex min-h-14 flex-col justify-center rounded-md bg-sunk px-3 py-1.5">
      {rest?.invoices === 0 && <p className="text-center">{say('popup.all-in-books')}</p>}
      {rest && rest.invoices > 0 && (
        <>
          <p className="flex flex-wrap items-baseline gap-x-1.5 text-sm text-muted">
            <span className="flex-1">{say('common.not-in-books')}</span>
            <button type="button" className="numbers shrink-0 link" onClick={() => list()}>
              {sayCount('common.invoices', rest.invoices)}
            </button>
            {rest.since && <span>{say('popup.since', { date: dayOf(rest.since) })}</span>}
          </p>
          <p className="numbers text-lg font-semibold">
            {rest.value.map(({ currency, total }, index) => (
              <Fragment key={currency}>
                {index > 0 && ' + '}
                <button
                  type="button"
                  title={say('popup.invoices-in', { currency })}
                  className="underline decoration-edge/50 decoration-1 underline-offset-4 hover:text-accent hover:decoration-current"
                  onClick={() => list(currency)}
                >
                  {money(total, currency)}
                </button>
              </Fragment>
            ))}
          </p>
        </>
      )}
    </div>
  )
}
