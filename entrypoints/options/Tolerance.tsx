import { useId, useState } from 'react'
import type { Outlet } from '#lib/domain/outlet.ts'
import { postingOf } from '#lib/domain/outlet.ts'
import { PostingChange } from '#lib/domain/posting.ts'
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
        Rounding tolerance <span className="sr-only">{`for ${outlet.name}`}</span>
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
        {parsed.success
          ? 'In the invoice’s currency. A difference up to it is closed by a visible line; beyond it nothing is posted.'
          : 'An amount between 0 and 10, such as 0.05.'}
      </p>
    </div>
  )
}
