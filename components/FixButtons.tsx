import { type ReactNode, useState } from 'react'
import { failureWords } from '#lib/domain/failures/words.ts'
import type { Fix } from '#lib/domain/fix.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { inWords } from '#lib/domain/wording.ts'
import type { PanelTarget } from '#lib/messages.ts'
import type { InvoiceRow } from '#lib/store/database.ts'
import { say } from '#lib/words/say.ts'
import { Button } from './Button.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { SideBySide } from './SideBySide.tsx'
import { useSurface } from './SurfaceContext.tsx'
import { neutralTarget } from './targets.ts'
import type { Asking } from './use-ask.ts'

/** The fixes of one invoice, as every surface offers them. `asking` says how the one that was clicked ended. */
export function FixButtons({
  invoice,
  asking,
  onTarget,
  children,
}: {
  invoice: Pick<InvoiceRow, 'id' | 'assessment'>
  asking: Asking
  /** Where a fix needs a choice: the tab of the side panel that offers it. */
  onTarget: (target: PanelTarget) => void
  /** Further buttons, in one row with the fixes. */
  children?: ReactNode
}) {
  const { copy } = useSurface()
  const [asked, ask] = useState<Fix['kind'] | null>(null)
  const { fixes } = inWords(invoice.assessment, say)
  // Asked as things stand now; one that is no longer offered is not asked about any more.
  const question = fixes.find(({ fix, asks }) => fix.kind === asked && asks !== null)
  if (asked !== null && !question) ask(null)
  const [compares, setCompares] = useState(false)
  const run = async (fix: Fix) => {
    if (fix.kind === 'compare') return setCompares(!compares)
    const target = targetOf(fix, invoice.id)
    if (target) onTarget(target)
    else if (fix.kind === 'hand-off') {
      const { says: note } = failureWords(fix.code, say)
      const copied = await copy(note).then(
        () => true,
        () => false,
      )
      asking.say(
        copied
          ? { ok: true, said: say('common.note-copied') }
          : { ok: false, problem: say('common.note-not-copied', { note }) },
      )
    } else await asking.send('fix', { fix })
  }
  return (
    <>
      <div className="flex flex-wrap gap-1.5">
        {fixes.map(({ fix, label, asks }) => (
          <Button
            key={`${fix.kind} ${label}`}
            busy={asking.busy !== null}
            aria-haspopup={asks === null ? undefined : 'dialog'}
            aria-expanded={fix.kind === 'compare' ? compares : undefined}
            onClick={() => (asks === null ? void run(fix) : ask(fix.kind))}
          >
            {label}
          </Button>
        ))}
        {children}
        {question && (
          <ConfirmDialog
            title={`${question.label}?`}
            confirm={question.label}
            onCancel={() => ask(null)}
            onConfirm={() => {
              ask(null)
              void run(question.fix)
            }}
          >
            <p dir="auto">{question.asks}</p>
          </ConfirmDialog>
        )}
      </div>
      {compares && fixes.some(({ fix }) => fix.kind === 'compare') && <SideBySide invoiceId={invoice.id} />}
    </>
  )
}

/** The panel on the choice that a fix needs; undefined for one that needs none. */
function targetOf(fix: Fix, invoiceId: InvoiceId): PanelTarget | undefined {
  if (fix.kind === 'assign-group') {
    const productIds = fix.products.map(({ id }) => id)
    return { ...neutralTarget, tab: 'products', outletId: fix.outletId, productIds, invoiceId }
  }
  if (fix.kind === 'map-account') {
    const groupIds = fix.groups.map(({ id }) => id)
    return { ...neutralTarget, tab: 'accounts', outletId: fix.outletId, groupIds, invoiceId }
  }
  return undefined
}
