import type { ReactNode } from 'react'
import type { SignedIn } from '#lib/store/settings.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { Mark } from './Mark.tsx'
import { useSurface } from './SurfaceContext.tsx'

/** The top of popup and side panel: our mark, who is signed in and where, the way to the options. */
export function SurfaceHeader({
  session,
  children,
}: {
  /** Undefined while it is not known yet. */
  session: SignedIn | null | undefined
  children?: ReactNode
}) {
  const { openOptions } = useSurface()
  return (
    <header className="flex min-h-11 items-center gap-2 border-b border-line bg-raised px-3 py-1.5">
      <Mark size={22} />
      <h1 className="text-lg font-semibold">Clearcloud</h1>
      <button
        type="button"
        title={say('common.sign-in-and-connections')}
        onClick={() => void openOptions()}
        className="flex min-w-0 flex-1 justify-end text-sm text-muted hover:text-ink hover:underline"
      >
        {session && <span className="one-line min-w-0">{session.user.name}</span>}
        <span className="shrink-0 whitespace-pre">{connectionWords(session)}</span>
      </button>
      {children}
      <button
        type="button"
        aria-label={say('common.options')}
        title={say('common.options')}
        onClick={() => void openOptions()}
        className="grid size-7 place-items-center rounded-md text-muted hover:bg-sunk hover:text-ink"
      >
        <svg aria-hidden="true" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor">
          <path strokeWidth="2" strokeLinecap="round" d="M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5M8.5 14.5v5" />
        </svg>
      </button>
    </header>
  )
}

function connectionWords(session: SignedIn | null | undefined): string {
  if (session === undefined) return ''
  if (session === null) return say('common.not-signed-in')
  const connected = session.connections.filter(({ state }) => state === 'connected').length
  return connected === 0 ? say('common.no-ledger-connected') : sayCount('common.connected-count', connected)
}
