import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactNode } from 'react'
import { AccessBanner } from '#components/AccessBanner.tsx'
import { Button } from '#components/Button.tsx'
import { Mark } from '#components/Mark.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { StatusIcon } from '#components/StatusIcon.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { useAsk } from '#components/use-ask.ts'
import type { Status } from '#lib/domain/assessment.ts'
import { LedgerKind, ledgerNames } from '#lib/domain/outlet.ts'
import { readSetting } from '#lib/store/settings.ts'

const clouds: readonly { status: Status; name: string; says: string }[] = [
  { status: 'ready', name: 'Ready to export', says: 'Nothing is missing.' },
  { status: 'exported', name: 'Exported', says: 'Its bill stands in the ledger.' },
  { status: 'missing-product-group', name: 'Missing product group', says: 'A product has no group.' },
  { status: 'missing-account', name: 'Missing account', says: 'A group has no account.' },
  { status: 'failed', name: 'Export failed', says: 'The ledger refused it; the card says why.' },
]

/** Shown once, after the install: what this is, in three steps. */
export function Welcome() {
  const { store, openTab, openOptions } = useSurface()
  const asking = useAsk()
  const known = useLiveQuery(async () => {
    const [session, invoices] = await Promise.all([readSetting(store, 'session'), store.invoices.count()])
    return { session, invoices }
  }, [store])
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-6 px-6 py-12">
      <header className="flex items-center gap-4">
        <Mark size={56} />
        <div>
          <h1 className="text-xl font-semibold">Welcome to Clearcloud</h1>
          <p className="text-muted">
            It says why each export cloud on Foodrazor’s Invoices page has its colour, mends the cause in a
            click, and carries the invoice to your ledger.
          </p>
        </div>
      </header>
      <AccessBanner />
      <ol className="flex flex-col gap-4">
        <Step number={1} done={(known?.invoices ?? 0) > 0} title="Open your Invoices page">
          <p>
            Hover a cloud, or reach it with the Tab key: it says what it means for this very invoice. This
            works at once, before you sign in anywhere.
          </p>
          <ul className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-2">
            {clouds.map(({ status, name, says }) => (
              <li key={status} className="flex items-center gap-2">
                <StatusIcon status={status} size={20} />
                <span>
                  <span className="font-semibold">{name}.</span> <span className="text-muted">{says}</span>
                </span>
              </li>
            ))}
          </ul>
          <Button className="self-start" onClick={() => void openTab('https://www.foodrazor.com/')}>
            Open Foodrazor
          </Button>
        </Step>
        <Step number={2} done={known?.session != null} title="Sign in and connect your ledger">
          <p>
            You choose in Xero or QuickBooks where Clearcloud may post bills. The consent stays on the server;
            this browser never sees a secret.
          </p>
          {known?.session ? (
            <p className="text-exported-ink">
              {'Signed in as '}
              <bdi>{known.session.user.name}</bdi>.
            </p>
          ) : (
            <div className="flex flex-wrap gap-2">
              {LedgerKind.options.map(ledger => (
                <Button
                  key={ledger}
                  look="primary"
                  disabled={asking.busy !== null}
                  onClick={() => void asking.send('sign-in', { ledger })}
                >
                  {`Sign in with ${ledgerNames[ledger]}`}
                </Button>
              ))}
            </div>
          )}
          <OutcomeLine outcome={asking.outcome} />
        </Step>
        <Step number={3} done={false} title="Choose who exports">
          <p>
            Foodrazor’s own integration exports until you choose otherwise, outlet by outlet. Under Foodrazor,
            Clearcloud explains and presses the page’s own controls for you; under Clearcloud, it exports and
            first links the bills that stand already. Never both.
          </p>
          <Button className="self-start" onClick={() => void openOptions()}>
            Choose in the options
          </Button>
        </Step>
      </ol>
    </main>
  )
}

function Step({
  number,
  title,
  done,
  children,
}: {
  number: number
  title: string
  done: boolean
  children: ReactNode
}) {
  return (
    <li className="flex gap-4 rounded-lg border border-line bg-raised p-4">
      <span
        aria-hidden="true"
        className={`grid size-8 shrink-0 place-items-center rounded-full font-semibold forced-colors:border forced-colors:text-[CanvasText] ${done ? 'bg-exported text-raised' : 'bg-accent-soft text-accent'}`}
      >
        {done ? '✓' : number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <h2 className="text-lg leading-8 font-semibold">
          {title} {done && <span className="sr-only">(done)</span>}
        </h2>
        {children}
      </div>
    </li>
  )
}
