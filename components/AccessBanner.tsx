import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { useSurface } from './SurfaceContext.tsx'

/**
 * Says that the browser keeps us off Foodrazor's pages, and asks for them. Nothing where we were let in from the
 * first; pages that were open before have to be loaded again. `onAsked` is told when the browser begins to ask.
 */
export function AccessBanner({ onAsked }: { onAsked?: (() => void) | undefined }) {
  const { access } = useSurface()
  const [has, know] = useState<boolean | null>(null)
  const [lacked, setLacked] = useState(false)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    let gone = false
    const look = async () => {
      const now = await access.has()
      if (gone) return
      know(now)
      if (!now) setLacked(true)
    }
    void look()
    const stop = access.onChange(() => void look())
    return () => {
      gone = true
      stop()
    }
  }, [access])
  if (has === null || !lacked) return null
  const title = has ? 'Allowed on Foodrazor’s pages' : 'Not allowed on Foodrazor’s pages'
  return (
    <section
      aria-label={title}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-missing/50 bg-missing-soft p-2.5"
    >
      <div className="min-w-0 grow basis-52" role="status">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-sm">
          {has
            ? 'Reload your Invoices page: Clearcloud explains it from then on.'
            : 'Your browser keeps Clearcloud off them: no cloud is explained. Allow it, then reload your Invoices page.'}
        </p>
        {!has && refused && <p className="text-sm">It was not allowed. Nothing has changed.</p>}
      </div>
      {!has && (
        <Button
          look="primary"
          onClick={() => {
            void access.request().then(allowed => setRefused(!allowed))
            onAsked?.()
          }}
        >
          Allow on Foodrazor
        </Button>
      )}
    </section>
  )
}
