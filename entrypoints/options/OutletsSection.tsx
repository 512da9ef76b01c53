import { useState } from 'react'
import { EmptyState } from '#components/EmptyState.tsx'
import { useAsk } from '#components/use-ask.ts'
import type { OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { SignedIn } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import { OutletCard } from './OutletCard.tsx'
import { Section } from './Section.tsx'

/** How each outlet exports. */
export function OutletsSection({
  outlets,
  session,
}: {
  outlets: readonly Outlet[]
  session: SignedIn | null
}) {
  // One for all cards: what was saved last is said once, on the card where it was chosen.
  const asking = useAsk()
  const [touched, touch] = useState<OutletId | null>(null)
  return (
    <Section title={say('options.outlets')} says={say('options.outlets-say')}>
      {outlets.length === 0 && (
        <EmptyState title={say('options.no-outlet')}>
          <p>{say('options.no-outlet-says')}</p>
        </EmptyState>
      )}
      <ul className="flex flex-col gap-3">
        {outlets.map(outlet => (
          <OutletCard
            key={outlet.id}
            outlet={outlet}
            connections={session?.connections ?? []}
            busy={asking.busy !== null}
            outcome={touched === outlet.id ? asking.outcome : null}
            onChange={change => {
              touch(outlet.id)
              void asking.send('set-outlet', { outletId: outlet.id, ...change })
            }}
          />
        ))}
      </ul>
    </Section>
  )
}
