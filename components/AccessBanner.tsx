import { useEffect, useState } from 'react'
import { say } from '#lib/words/say.ts'
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
  const title = say(has ? 'common.access-has' : 'common.access-lacks')
  return (
    <section
      aria-label={title}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-missing/50 bg-missing-soft p-2.5"
    >
      <div className="min-w-0 grow basis-52" role="status">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-sm">{say(has ? 'common.access-reload' : 'common.access-allow')}</p>
        {!has && refused && <p className="text-sm">{say('common.access-refused')}</p>}
      </div>
      {!has && (
        <Button
          look="primary"
          onClick={() => {
            void access.request().then(allowed => setRefused(!allowed))
            onAsked?.()
          }}
        >
          {say('common.access-button')}
        </Button>
      )}
    </section>
  )
}
