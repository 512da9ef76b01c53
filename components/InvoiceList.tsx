import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { PanelTarget } from '#lib/messages.ts'
import { type Listed, listedInvoices } from '#lib/store/queries/listed-invoices.ts'
import { worth } from '#lib/store/queries/worth.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { Button } from './Button.tsx'
import { InvoiceListRow } from './InvoiceListRow.tsx'
import { useSurface } from './SurfaceContext.tsx'
import { sumsInWords } from './sums.ts'

/** As many are drawn at first, and more with each asking. */
const page = 100

/** Exactly the invoices that a number counted, oldest first, with what can be done for each. */
export function InvoiceList({
  listed,
  onTarget,
}: {
  listed: Listed
  /** Where a fix or a preview leads in the side panel. */
  onTarget: (target: PanelTarget) => void
}) {
  const { store } = useSurface()
  const [drawn, draw] = useState(page)
  // By what it says: a list that is asked for with each drawing anew is the same question.
  const rows = useLiveQuery(() => listedInvoices(store, listed), [store, JSON.stringify(listed)])
  if (!rows) return null
  return (
    <>
      <p role="status" className="numbers text-sm text-muted">
        {rows.length === 0
          ? sayCount('common.invoices', 0)
          : say('common.count-and-sum', {
              count: sayCount('common.invoices', rows.length),
              sum: sumsInWords(worth(rows)),
            })}
      </p>
      <ul aria-label={say('common.invoices-list')}>
        {rows.slice(0, drawn).map(invoice => (
          <InvoiceListRow
            key={invoice.id}
            invoice={invoice}
            mixed={listed.statuses.length > 1}
            onTarget={onTarget}
          />
        ))}
      </ul>
      {rows.length > drawn && (
        <Button className="self-center" onClick={() => draw(drawn + page)}>
          {say('common.show-more-of', {
            count: Math.min(page, rows.length - drawn),
            total: rows.length - drawn,
          })}
        </Button>
      )}
    </>
  )
}
