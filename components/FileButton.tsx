import type { ChangeEvent } from 'react'

/** A button that lets a person choose a JSON file. */
export function FileButton({
  label,
  disabled,
  onChange,
}: {
  label: string
  disabled: boolean
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
}) {
  return (
    <label className="inline-flex min-h-7 items-center rounded-md border border-edge/50 bg-raised px-2.5 py-1 focus-within:outline-2 focus-within:outline-accent hover:bg-sunk">
      {label}
      <input
        type="file"
        accept="application/json,.json"
        className="sr-only"
        disabled={disabled}
        onChange={onChange}
      />
    </label>
  )
}
