import type { Ref } from 'react'

/** A field that narrows a list as one types. */
export function SearchField({
  label,
  value,
  onChange,
  ref,
  className = '',
}: {
  label: string
  value: string
  onChange: (value: string) => void
  ref?: Ref<HTMLInputElement>
  className?: string
}) {
  return (
    <input
      ref={ref}
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      className={`min-h-7 w-full min-w-0 rounded-md border border-edge/60 bg-raised px-2 py-1 text-base placeholder:text-muted ${className}`}
    />
  )
}
