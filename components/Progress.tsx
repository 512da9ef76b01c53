import type { Summary } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { Button } from './Button.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { useAsk } from './use-ask.ts'

/** How far the run is, with its Cancel. */
export function Progress({ progress }: { progress: NonNullable<Summary['progress']> }) {
  const { busy, outcome, send } = useAsk()
  const { done, failed, total } = progress
  const ended = done + failed
  // The last count stays in sight for a moment; there is nothing to cancel any more.
  const isOver = ended === total
  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-line bg-raised p-2.5">
      <div className="flex items-center justify-between gap-2">
        <p role="status" className="numbers">
          {isOver
            ? say('common.exported-of', { done, total })
            : say('common.exporting-of', { done: ended, total })}
          {failed > 0 && (
            <span className="text-failed-ink">{say('common.failed-too', { count: failed })}</span>
          )}
        </p>
        {!isOver && (
          <Button look="quiet" busy={busy !== null} onClick={() => send('cancel-exports', {})}>
            {say('common.cancel')}
          </Button>
        )}
      </div>
      <progress
        aria-label={say('common.exports-done')}
        value={ended}
        max={total}
        className="h-1.5 w-full appearance-none forced-colors:appearance-auto overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-ready [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-ready"
      />
      <OutcomeLine outcome={outcome} />
    </div>
  )
}
