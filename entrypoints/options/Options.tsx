import { useLiveQuery } from 'dexie-react-hooks'
import { Mark } from '#components/Mark.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { TroubleBanner } from '#components/TroubleBanner.tsx'
import { readSetting } from '#lib/store/settings.ts'
import { readBanner } from '#lib/store/summary.ts'
import { say } from '#lib/words/say.ts'
import { AccountSection } from './AccountSection.tsx'
import { DataSection } from './DataSection.tsx'
import { OutletsSection } from './OutletsSection.tsx'
import { ReadingSection } from './ReadingSection.tsx'
import { ShortcutsSection } from './ShortcutsSection.tsx'
import { SuppliersSection } from './SuppliersSection.tsx'

/** The options: the server, who is signed in, how each outlet exports, suppliers, shortcuts, how the page is read, and the data kept here. */
export function Options() {
  const { store } = useSurface()
  const known = useLiveQuery(async () => {
    const [server, session, outlets, banner, shortcuts, taught] = await Promise.all([
      readSetting(store, 'server'),
      readSetting(store, 'session'),
      store.outlets.toArray(),
      readBanner(store),
      readSetting(store, 'shortcuts'),
      readSetting(store, 'taught'),
    ])
    outlets.sort((a, b) => a.name.localeCompare(b.name))
    return { server, session, outlets, banner, shortcuts, taught }
  }, [store])
  return (
    <main aria-busy={known === undefined} className="mx-auto flex max-w-3xl flex-col gap-8 px-6 py-8">
      <header className="flex items-center gap-3">
        <Mark size={32} />
        <h1 className="text-xl font-semibold">{say('options.title')}</h1>
      </header>
      {known && (
        <>
          {known.banner === 'server-unreachable' || known.banner === 'storage-full' ? (
            <TroubleBanner trouble={known.banner} />
          ) : null}
          <AccountSection server={known.server} session={known.session} />
          <OutletsSection outlets={known.outlets} session={known.session} />
          <SuppliersSection outlets={known.outlets} />
          <ShortcutsSection shortcuts={known.shortcuts} />
          <ReadingSection taught={known.taught} />
          <DataSection />
        </>
      )}
    </main>
  )
}
