import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import type { Summary } from '#lib/messages.ts'
import { inAll, type OutletCounts } from '#lib/store/queries/outlet-counts.ts'
import { say } from '#lib/words/say.ts'

const everything = { outletIds: null, invoiceIds: null }

/** *Export all ready* and *Retry failed*, with how many each would take, and why one takes none. */
export function ExportActions({ summary, outlets }: { summary: Summary; outlets: readonly OutletCounts[] }) {
  const { busy, outcome, send } = useAsk()
  const { exportable, retryable } = summary
  const { ready } = inAll(outlets)
  return (
    <section aria-label={say('popup.export-section')} className="flex flex-col gap-1.5">
      <div className="grid grid-cols-2 gap-2">
        <Button
          look="primary"
          busy={busy === 'export-ready'}
          disabled={exportable === 0 || busy !== null}
          onClick={() => send('export-ready', everything)}
        >
          {say('popup.export-all', { count: exportable })}
        </Button>
        <Button
          busy={busy === 'retry-failed'}
          disabled={retryable === 0 || busy !== null}
          onClick={() => send('retry-failed', everything)}
        >
          {say('popup.retry-failed', { count: retryable })}
        </Button>
      </div>
      {exportable === 0 && ready > 0 && <p className="text-sm text-muted">{whyNone(outlets)}</p>}
      <OutcomeLine outcome={outcome} />
    </section>
  )
}

/** Ready, and yet nothing for us to export: why. */
function whyNone(outlets: readonly OutletCounts[]): string {
  const ours = outlets.filter(({ outlet, counts }) => outlet.exporter === 'clearcloud' && counts.ready > 0)
  return say(ours.length === 0 ? 'popup.foodrazor-exports' : 'popup.ready-waits')
}
