import type { ReactNode } from 'react'
import type { Outcome } from '#lib/messages.ts'

/** How what was clicked ended, said where it was clicked. Always there, so that a screen reader hears it change. */
export function OutcomeLine({
  outcome,
  children,
  className = '',
}: {
  outcome: Outcome | null
  /** What follows from it, such as an Undo. */
  children?: ReactNode
  className?: string
}) {
  const words = outcome === null ? null : outcome.ok ? outcome.said : outcome.problem
  const problem = outcome !== null && !outcome.ok
  return (
    <div role="status" className={words === null ? 'sr-only' : className}>
      {words !== null && (
        <p
          className={`flex items-start gap-1.5 rounded-md px-2 py-1 text-sm ${problem ? 'bg-failed-soft text-failed-ink' : 'bg-sunk text-ink'}`}
        >
          <span aria-hidden="true">{problem ? '!' : '✓'}</span>
          <span className="min-w-0 flex-1 wrap-anywhere whitespace-pre-line">{words}</span>
          {children}
        </p>
      )}
    </div>
  )
}
