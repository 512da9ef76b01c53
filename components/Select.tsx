import { type ReactNode, useId } from 'react'

/** A native select with its label above; `labelEnd` is for those who hear it alone (`for Harbour Street Kitchen`). */
export function Select({
  label,
  labelEnd,
  value,
  onChange,
  children,
  disabled = false,
  hideLabel = false,
  hint,
  className = '',
}: {
  label: string
  labelEnd?: string
  value: string
  onChange: (value: string) => void
  children: ReactNode
  disabled?: boolean
  hideLabel?: boolean
  /** What there is to know before choosing; read out with the field. */
  hint?: string | undefined
  className?: string
}) {
  const id = useId()
  return (
    <div className={`flex min-w-0 flex-col gap-0.5 ${className}`}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm text-muted'}>
        {label} {labelEnd && <span className="sr-only">{labelEnd}</span>}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={event => onChange(event.target.value)}
        className="min-h-7.5 w-full min-w-0 rounded-md border border-edge/60 bg-raised px-1.5 py-1 text-base text-ellipsis disabled:opacity-60"
      >
        {children}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
