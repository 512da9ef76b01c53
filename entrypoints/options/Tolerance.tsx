import { useId, useState } from 'react'
import type { Outlet } from '#lib/domain/outlet.ts'
import { postingOf } from '#lib/domain/outlet.ts'
import { PostingChange } from '#lib/domain/posting.ts'
import { say } from '#lib/words/say.ts'
import type { OutletChange } from './OutletCard.tsx'

/** How much a rounding line may close. Kept on leaving the field or on Enter, and only if it is an amount. */
export function Tolerance({
  outlet,
  disabled,
  onChange,
}: {
  outlet: Outlet
  disabled: boolean
  onChange: (change: OutletChange) => void
}) {
  const id = useId()
  const { tolerance } = postingOf(outlet)
  /** What is typed; null while what is kept is shown. */
  const [typed, type] = useState<string | null>(null)
  const parsed = PostingChange.safeParse({ tolerance: (typed ?? tolerance).trim().replace(',', '.') })
  const keep = () => {
    if (typed === null || !parsed.success || parsed.data.tolerance === undefined) return
    if (parsed.data.tolerance !== tolerance) onChange({ posting: { tolerance: parsed.data.tolerance } })
    type(null)
  }
  return (
    <div className="flex flex-col gap-0.5">
      <label htmlFor={id} className="text-sm text-muted">
        {say('options.tolerance')}{' '}
        <span className="sr-only">{say('options.for-outlet', { outlet: outlet.name })}</span>
      </label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        aria-invalid={!parsed.success}
        aria-describedby={`${id}-says`}
        value={typed ?? tolerance}
        onChange={event => type(event.target.value)}
        onBlur={keep}
        onKeyDown={event => {
          if (event.key === 'Enter') keep()
          else if (event.key === 'Escape') type(null)
        }}
        className="numbers min-h-7 w-24 rounded-md border border-edge/60 bg-raised px-2 py-1 text-base disabled:opacity-60"
      />
      <p id={`${id}-says`} className={`pt-0.5 text-sm ${parsed.success ? 'text-muted' : 'text-failed-ink'}`}>
        {say(parsed.success ? 'options.tolerance-says' : 'options.tolerance-amount')}
      </p>
    </div>
  )
}
