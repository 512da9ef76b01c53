import { useEffect, useRef, useState } from 'react'
import type { InvoiceId } from '#lib/domain/ids.ts'
import type { ReplyTo } from '#lib/messages.ts'
import { comparisonTable } from '#lib/overlay/comparison-table.ts'
import { say } from '#lib/words/say.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import './side-by-side.css'
import { useSurface } from './SurfaceContext.tsx'
import { reloaded } from './use-ask.ts'

/** An invoice beside the bill that stands for it, read from the ledger as this is opened. */
export function SideBySide({ invoiceId }: { invoiceId: InvoiceId }) {
  const { ask } = useSurface()
  const place = useRef<HTMLDivElement>(null)
  const [answer, setAnswer] = useState<ReplyTo<'compare'> | null>(null)
  useEffect(() => {
    let wanted = true
    ask('compare', { invoiceId }).then(
      reply => wanted && setAnswer(reply),
      () => wanted && setAnswer(reloaded),
    )
    return () => {
      wanted = false
    }
  }, [ask, invoiceId])
  useEffect(() => {
    // The same table as in the card on the page, which is no React.
    if (answer?.ok) place.current?.replaceChildren(comparisonTable(answer))
  }, [answer])
  if (answer === null) return <p className="text-sm text-muted">{say('common.reading-bill')}</p>
  return answer.ok ? <div ref={place} /> : <OutcomeLine outcome={answer} />
}
