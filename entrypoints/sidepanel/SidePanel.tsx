import { useLiveQuery } from 'dexie-react-hooks'
import { Tabs } from 'radix-ui'
import { EmptyState } from '#components/EmptyState.tsx'
import { Progress } from '#components/Progress.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { SurfaceHeader } from '#components/SurfaceHeader.tsx'
import { TroubleBanner } from '#components/TroubleBanner.tsx'
import type { PanelTarget } from '#lib/messages.ts'
import { inAll, outletCounts } from '#lib/store/queries/outlet-counts.ts'
import { readSetting } from '#lib/store/settings.ts'
import { summarise } from '#lib/store/summary.ts'
import { say } from '#lib/words/say.ts'
import { AccountsTab } from './AccountsTab.tsx'
import { ActivityTab } from './ActivityTab.tsx'
import { FailuresTab } from './FailuresTab.tsx'
import { ListScreen } from './ListScreen.tsx'
import { PreviewScreen } from './PreviewScreen.tsx'
import { ProductsTab } from './ProductsTab.tsx'
import { usePanel } from './use-panel.ts'

const tabs: readonly { tab: PanelTarget['tab']; title: string }[] = [
  { tab: 'products', title: say('panel.products') },
  { tab: 'accounts', title: say('panel.accounts') },
  { tab: 'failures', title: say('panel.failures') },
  { tab: 'activity', title: say('panel.activity') },
]

/** The side panel: where many invoices are mended at once. Opens on what was clicked. */
export function SidePanel() {
  const { store } = useSurface()
  const panel = usePanel(store)
  const known = useLiveQuery(async () => {
    const [summary, outlets, session] = await Promise.all([
      summarise(store, null),
      outletCounts(store),
      readSetting(store, 'session'),
    ])
    return { summary, outlets, session }
  }, [store])
  const outlets = known?.outlets.map(({ outlet }) => outlet) ?? []
  const busiest = known?.outlets.reduce<(typeof known.outlets)[number] | undefined>(
    (most, row) => (most && most.counts.missing >= row.counts.missing ? most : row),
    undefined,
  )?.outlet.id
  const chosen = outlets.find(({ id }) => id === panel.outletId)?.id ?? null
  const outletId = chosen ?? busiest
  const previewed = panel.tab === 'preview' ? panel.from.invoiceId : null

  return (
    <div className="flex h-screen min-w-72 flex-col">
      <SurfaceHeader session={known?.session} />
      <main aria-busy={known === undefined} className="flex min-h-0 flex-1 flex-col">
        {known && (known.summary.banner !== 'none' || known.summary.progress) && (
          <div className="flex flex-col gap-2 p-3 pb-2">
            <TroubleBanner trouble={known.summary.banner} />
            {known.summary.progress && <Progress progress={known.summary.progress} />}
          </div>
        )}
        {known && outletId === undefined && (
          <EmptyState title={say('common.nothing-seen')}>
            <p>{say('panel.nothing-says')}</p>
          </EmptyState>
        )}
        {known && panel.ready && panel.list === null && previewed !== null && (
          <PreviewScreen key={previewed} invoiceId={previewed} onTarget={panel.go} />
        )}
        {known && panel.ready && panel.list !== null && (
          <ListScreen list={panel.list} outlets={outlets} panel={panel} />
        )}
        {known && panel.ready && previewed === null && outletId !== undefined && (
          <Tabs.Root
            value={panel.tab}
            onValueChange={tab => panel.show(tab as PanelTarget['tab'])}
            // Beneath a list they stay as they are, with what is ticked in them.
            className={panel.list === null ? 'flex min-h-0 flex-1 flex-col' : 'hidden'}
          >
            <Tabs.List
              aria-label={say('panel.what-to-mend')}
              className="flex flex-wrap border-b border-line bg-raised px-1.5"
            >
              {tabs.map(({ tab, title }) => (
                <Tabs.Trigger
                  key={tab}
                  value={tab}
                  className="whitespace-nowrap border-b-2 border-transparent px-2.5 py-2 text-muted data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink max-[22.5rem]:px-1.5 forced-colors:border-[Canvas] forced-colors:data-[state=active]:border-[Highlight]"
                >
                  <TabTitle>{title}</TabTitle>
                  {tab === 'failures' && inAll(known.outlets).failed > 0 && (
                    <span className="numbers ml-1.5 rounded-full bg-failed-soft px-1.5 text-sm text-failed-ink">
                      {inAll(known.outlets).failed}
                    </span>
                  )}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Tabs.Content value="products" className="flex min-h-0 flex-1 flex-col overflow-y-auto">
              <ProductsTab key={panel.opened} outlets={outlets} outletId={chosen} panel={panel} />
            </Tabs.Content>
            <Tabs.Content value="accounts" className="flex min-h-0 flex-1 flex-col overflow-y-auto">
              <AccountsTab key={panel.opened} outlets={outlets} outletId={outletId} panel={panel} />
            </Tabs.Content>
            <Tabs.Content value="failures" className="min-h-0 flex-1 overflow-y-auto">
              <FailuresTab outlets={outlets} outletId={chosen} panel={panel} />
            </Tabs.Content>
            <Tabs.Content value="activity" className="min-h-0 flex-1 overflow-y-auto">
              <ActivityTab outlets={outlets} outletId={chosen} panel={panel} />
            </Tabs.Content>
          </Tabs.Root>
        )}
      </main>
    </div>
  )
}

/** As wide as it is when it is the chosen one, in bold: the tabs do not move as one goes from one to the next. */
function TabTitle({ children }: { children: string }) {
  return (
    <span
      data-title={children}
      className="inline-flex flex-col after:invisible after:h-0 after:overflow-hidden after:font-semibold after:content-[attr(data-title)/'']"
    >
      {children}
    </span>
  )
}
