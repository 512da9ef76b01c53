import type { ReactNode } from 'react'

/** An honest screen for when there is nothing to show: what it means, and what to do about it. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <section className="mx-auto flex max-w-80 flex-col items-center gap-2 px-4 py-10 text-center">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children && <div className="text-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </section>
  )
}
