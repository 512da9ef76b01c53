import type { ButtonHTMLAttributes } from 'react'

const looks = {
  primary: 'bg-accent text-on-accent border-transparent hover:opacity-90 font-medium',
  secondary: 'bg-raised text-ink border-edge/50 hover:bg-sunk',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-accent-soft',
  danger: 'bg-raised text-failed-ink border-failed/60 hover:bg-failed-soft font-medium',
} as const

/**
 * A button of the house. `busy` keeps its place, its words and the focus while what it started is under way:
 * it cannot be pressed then, but is not disabled, which would lose the focus.
 */
export function Button({
  look = 'secondary',
  busy = false,
  disabled,
  className = '',
  onClick,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: keyof typeof looks; busy?: boolean }) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      disabled={disabled}
      // Prevented, one that submits does not submit a second time either.
      onClick={busy ? event => event.preventDefault() : onClick}
      className={`inline-flex min-h-7 items-center justify-center gap-1.5 rounded-md border px-2.5 py-1 text-base disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50 ${busy ? 'motion-safe:animate-[breathe_1.2s_ease-in-out_infinite]' : ''} ${looks[look]} ${className}`}
      {...rest}
    />
  )
}
