import { type ReactNode, useId } from 'react'

/** One part of the options. */
export function Section({ title, says, children }: { title: string; says?: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3">
      <div>
        <h2 id={heading} className="text-lg font-semibold">
          {title}
        </h2>
        {says && <p className="max-w-prose text-muted">{says}</p>}
      </div>
      {children}
    </section>
  )
}
