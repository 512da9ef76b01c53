import type { Summary } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { Button } from './Button.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { useSurface } from './SurfaceContext.tsx'
import { useAsk } from './use-ask.ts'

const words: Record<Exclude<Summary['banner'], 'none'>, { title: string; says: string; button: string }> = {
  'not-signed-in': {
    title: say('common.signed-out'),
    says: say('common.signed-out-says'),
    button: say('common.sign-in'),
  },
  reconnect: {
    title: say('common.connection-ended'),
    says: say('common.connection-ended-says'),
    button: say('common.reconnect'),
  },
  'server-unreachable': {
    title: say('common.server-unreachable'),
    says: say('common.server-unreachable-says'),
    button: say('common.check-server'),
  },
  'storage-full': {
    title: say('common.storage-full'),
    says: say('common.storage-full-says'),
    button: say('common.open-options'),
  },
}

/** One incident, one banner, one button; however many invoices wait for it. */
export function TroubleBanner({ trouble }: { trouble: Summary['banner'] }) {
  const { openOptions } = useSurface()
  const { busy, outcome, send } = useAsk()
  if (trouble === 'none') return null
  const { title, says, button } = words[trouble]
  const signsIn = trouble === 'not-signed-in' || trouble === 'reconnect'
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-2 rounded-md border border-missing/50 bg-missing-soft p-2.5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 grow basis-52">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-sm">{says}</p>
        </div>
        <Button
          look={signsIn ? 'primary' : 'secondary'}
          busy={busy !== null}
          onClick={() => (signsIn ? send('sign-in', {}) : openOptions())}
        >
          {button}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
    </section>
  )
}
