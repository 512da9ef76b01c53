import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { language } from '#lib/words/say.ts'
import { browserSurface } from './browser-surface.ts'
import { Failsafe } from './Failsafe.tsx'
import { SurfaceProvider } from './SurfaceContext.tsx'

/** Draws a surface into its page; `title` in the person's language, where the page has another one than our name. */
export async function start(page: ReactNode, title?: string): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no #root')
  document.documentElement.lang = language()
  if (title !== undefined) document.title = title
  const surface = await browserSurface()
  createRoot(root).render(
    <StrictMode>
      <Failsafe>
        <SurfaceProvider surface={surface}>{page}</SurfaceProvider>
      </Failsafe>
    </StrictMode>,
  )
}
