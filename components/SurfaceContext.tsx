import { createContext, type ReactNode, use } from 'react'
import type { PanelTarget, ReplyTo, RequestName, RequestOf } from '#lib/messages.ts'
import type { PageAccess } from '#lib/page-access.ts'
import type { Store } from '#lib/store/open.ts'

/** What every surface stands on: the store to read, the background to ask, and the browser to open things in. */
export interface Surface {
  /** Read by live query; never written by a surface. */
  store: Store
  /** Asks the background. @throws (rejects) if the extension was reloaded under the page. */
  ask<N extends RequestName>(name: N, data: RequestOf<N>): Promise<ReplyTo<N>>
  /** Whether the browser lets us onto Foodrazor's pages. */
  access: PageAccess
  openTab(url: string): Promise<void>
  openOptions(): Promise<void>
  /** Opens the side panel on the target. Must be called synchronously in the handler of a click. */
  openPanel(target: PanelTarget): Promise<void>
  copy(text: string): Promise<void>
  /** Hands a text to the person as a file. */
  save(fileName: string, text: string): void
}

const SurfaceContext = createContext<Surface | null>(null)

export function SurfaceProvider({ surface, children }: { surface: Surface; children: ReactNode }) {
  return <SurfaceContext value={surface}>{children}</SurfaceContext>
}

/** The surface that this component is part of. @throws outside of a SurfaceProvider. */
export function useSurface(): Surface {
  const surface = use(SurfaceContext)
  if (surface === null) throw new Error('useSurface needs a SurfaceProvider around it')
  return surface
}
