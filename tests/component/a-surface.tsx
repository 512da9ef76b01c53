import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { type Surface, SurfaceProvider } from '#components/SurfaceContext.tsx'
import type { PanelTarget, RequestName } from '#lib/messages.ts'
import type { PageAccess } from '#lib/page-access.ts'
import type { Store } from '#lib/store/open.ts'
import { layOut } from './lay-out.ts'

layOut()

/** What a surface asked for and opened, in order. */
export interface Heard {
  asked: { name: RequestName; data: unknown }[]
  tabs: string[]
  panels: PanelTarget[]
  copied: string[]
  saved: { name: string; text: string }[]
  options: number
}

/** How the background answers a request; `Done.` where nothing is said. */
export type Answers = { [N in RequestName]?: (data: never) => unknown }

/** A browser that lets us onto Foodrazor's pages. */
const letIn: PageAccess = {
  has: async () => true,
  request: async () => true,
  onChange: () => () => undefined,
}

/** Draws a page over a store, with a background that answers as told and remembers what it was asked. */
export function show(page: ReactNode, store: Store, answers: Answers = {}, access = letIn) {
  const heard: Heard = { asked: [], tabs: [], panels: [], copied: [], saved: [], options: 0 }
  const surface: Surface = {
    store,
    access,
    async ask(name, data) {
      heard.asked.push({ name, data })
      const answer = answers[name] as ((data: unknown) => unknown) | undefined
      return (answer ? await answer(data) : { ok: true, said: 'Done.' }) as never
    },
    openTab: async url => void heard.tabs.push(url),
    openOptions: async () => {
      heard.options += 1
    },
    openPanel: async target => void heard.panels.push(target),
    copy: async text => void heard.copied.push(text),
    save: (name, text) => void heard.saved.push({ name, text }),
  }
  const user = userEvent.setup()
  const view = render(<SurfaceProvider surface={surface}>{page}</SurfaceProvider>)
  return { ...view, user, heard }
}

/** What axe finds at fault. Colours and places are for the browser's own tests: jsdom has neither. */
export async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
