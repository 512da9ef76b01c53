import { useLiveQuery } from 'dexie-react-hooks'
import { counted } from '#components/counted.ts'
import { useSurface } from '#components/SurfaceContext.tsx'
import { sumsInWords } from '#components/sums.ts'
import { dayOf } from '#components/when.ts'
import { notInBooks, notInBooksStatuses } from '#lib/store/queries/not-in-books.ts'
import type { Listed } from './InvoiceList.tsx'

/** What stands in no ledger yet: its value per currency, and since when. */
export function NotInBooks({ onList }: { onList: (listed: Listed) => void }) {
  const { store } = useSurface()
  const rest = useLiveQuery(() => notInBooks(store), [store])
  return (
    <div className="flex min-h-14 flex-col justify-center rounded-md bg-sunk px-3 py-1.5">
      {rest?.invoices === 0 && <p className="text-center">Everything completed stands in the books.</p>}
      {rest && rest.invoices > 0 && (
        <>
          <p className="flex items-baseline gap-1.5 text-sm text-muted">
            <span className="flex-1">Not yet in the books</span>
            <button
              type="button"
              className="numbers shrink-0 text-accent hover:underline"
              onClick={() =>
                onList({ title: 'Not yet in the books', statuses: notInBooksStatuses, outletId: null })
              }
            >
              {counted(rest.invoices, 'invoice')}
            </button>
            {rest.since && <span>since {dayOf(rest.since)}</span>}
          </p>
          <p className="numbers text-lg font-semibold">{sumsInWords(rest.value)}</p>
        </>
      )}
    </div>
  )
}
