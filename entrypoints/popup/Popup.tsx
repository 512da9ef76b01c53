import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { AccessBanner } from '#components/AccessBanner.tsx'
import { Button } from '#components/Button.tsx'
import { Progress } from '#components/Progress.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { SurfaceHeader } from '#components/SurfaceHeader.tsx'
import { TroubleBanner } from '#components/TroubleBanner.tsx'
import { neutralTarget } from '#components/targets.ts'
import type { Listed } from '#lib/store/queries/listed-invoices.ts'
import { outletCounts } from '#lib/store/queries/outlet-counts.ts'
import { readSetting } from '#lib/store/settings.ts'
import { summarise } from '#lib/store/summary.ts'
import { say } from '#lib/words/say.ts'
import { ExportActions } from './ExportActions.tsx'
import { ListScreen } from './ListScreen.tsx'
import { NothingYet } from './NothingYet.tsx'
import { NotInBooks } from './NotInBooks.tsx'
import { OutletTable } from './OutletTable.tsx'
import { RecentExports } from './RecentExports.tsx'
import { Totals } from './Totals.tsx'

/** Firefox asks beneath an open popup. */
const makeWay = import.meta.env.FIREFOX ? () => window.close() : undefined

/** The popup: what is ready, what failed, what is not yet in the books, since when; and the two buttons for it. */
export function Popup() {
  const surface = useSurface()
  const { store } = surface
  const [listed, list] = useState<Listed | null>(null)
  const known = useLiveQuery(async () => {
    const [summary, outlets, session, invoices] = await Promise.all([
      summarise(store, null),
      outletCounts(store),
      readSetting(store, 'session'),
      store.invoices.count(),
    ])
    return { summary, outlets, session, invoices }
  }, [store])

  // A least width and height: the window must not jump while the store opens. The window itself
  // scrolls, as high as the browser lets it be. Firefox makes the window as wide as the longest sentence, if let.
  return (
    <div className="flex min-h-96 min-w-95 flex-col supports-[-moz-appearance:none]:w-95 supports-[-moz-appearance:none]:min-w-min">
      <div className="sticky top-0 z-10 [@media(max-height:26rem)]:static">
        <SurfaceHeader session={known?.session} />
      </div>
      <main aria-busy={known === undefined} className="flex flex-1 flex-col gap-3 p-3">
        <AccessBanner onAsked={makeWay} />
        {known && <TroubleBanner trouble={known.summary.banner} />}
        {known?.summary.progress && <Progress progress={known.summary.progress} />}
        {known?.invoices === 0 && <NothingYet />}
        {known && known.invoices > 0 && listed === null && (
          <>
            <Totals rows={known.outlets} onList={list} />
            <NotInBooks onList={list} />
            <ExportActions summary={known.summary} outlets={known.outlets} />
            <OutletTable rows={known.outlets} onList={list} />
            <RecentExports />
          </>
        )}
        {known && listed !== null && (
          <ListScreen
            listed={listed}
            outlet={known.outlets.find(({ outlet }) => outlet.id === listed.outletId)?.outlet.name ?? null}
            onBack={() => list(null)}
          />
        )}
      </main>
      <footer className="sticky bottom-0 [@media(max-height:26rem)]:static border-t border-line bg-raised p-2">
        <Button
          className="w-full"
          onClick={() => {
            void surface.openPanel(neutralTarget).then(() => window.close())
          }}
        >
          {say('popup.open-panel')}
        </Button>
      </footer>
    </div>
  )
}
