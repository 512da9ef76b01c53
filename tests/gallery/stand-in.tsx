import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { type Surface, SurfaceProvider } from '#components/SurfaceContext.tsx'
import type { RequestName } from '#lib/messages.ts'
import type { Store } from '#lib/store/open.ts'

/** How the background answers a request; *Done.* where nothing is said. */
export type Answers = { [N in RequestName]?: (data: never) => unknown }

/** Draws a surface over a store, with a background that answers as told. */
export function drawOver(root: HTMLElement, page: ReactNode, store: Store, answers: Answers = {}): void {
  const surface: Surface = {
    store,
    async ask(name, data) {
      const answer = answers[name] as ((data: unknown) => unknown) | undefined
      return (answer ? await answer(data) : { ok: true, said: 'Done.' }) as never
    },
    access: { has: async () => true, request: async () => true, onChange: () => () => undefined },
    openTab: async () => undefined,
    openOptions: async () => undefined,
    openPanel: async () => undefined,
    copy: async () => undefined,
    save: () => undefined,
  }
  createRoot(root).render(<SurfaceProvider surface={surface}>{page}</SurfaceProvider>)
}
