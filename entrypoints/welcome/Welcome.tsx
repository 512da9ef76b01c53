import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactNode } from 'react'
import { AccessBanner } from '#components/AccessBanner.tsx'
import { Button } from '#components/Button.tsx'
import { Mark } from '#components/Mark.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { Sentence, slot } from '#components/Sentence.tsx'
import { StatusIcon } from '#components/StatusIcon.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { useAsk } from '#components/use-ask.ts'
import type { Status } from '#lib/domain/assessment.ts'
import { LedgerKind, ledgerNames } from '#lib/domain/outlet.ts'
import { readSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'

const clouds: readonly { status: Status; name: string; says: string }[] = [
  { status: 'ready', name: say('welcome.ready'), says: say('welcome.ready-says') },
  { status: 'exported', name: say('welcome.exported'), says: say('welcome.exported-says') },
  {
    status: 'missing-product-group',
    name: say('welcome.missing-group'),
    says: say('welcome.missing-group-says'),
  },
  {
    status: 'missing-account',
    name: say('welcome.missing-account'),
    says: say('welcome.missing-account-says'),
  },
  { status: 'failed', name: say('welcome.failed'), says: say('welcome.failed-says') },
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
          <h1 className="text-xl font-semibold">{say('welcome.title')}</h1>
          <p className="text-muted">{say('welcome.says')}</p>
        </div>
      </header>
      <AccessBanner />
      <ol className="flex flex-col gap-4">
        <Step number={1} done={(known?.invoices ?? 0) > 0} title={say('welcome.open-page')}>
          <p>{say('welcome.open-page-says')}</p>
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
            {say('common.open-foodrazor')}
          </Button>
        </Step>
        <Step number={2} done={known?.session != null} title={say('welcome.connect')}>
          <p>{say('welcome.connect-says')}</p>
          {known?.session ? (
            <p className="text-exported-ink">
              <Sentence
                words={say('welcome.signed-in-as', { name: slot('name') })}
                slots={{ name: <bdi>{known.session.user.name}</bdi> }}
              />
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
                  {say('welcome.sign-in-with', { ledger: ledgerNames[ledger] })}
                </Button>
              ))}
            </div>
          )}
          <OutcomeLine outcome={asking.outcome} />
        </Step>
        <Step number={3} done={false} title={say('welcome.who-exports')}>
          <p>{say('welcome.who-exports-says')}</p>
          <Button className="self-start" onClick={() => void openOptions()}>
            {say('welcome.choose-in-options')}
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
          {title} {done && <span className="sr-only">{say('welcome.done')}</span>}
        </h2>
        {children}
      </div>
    </li>
  )
}
