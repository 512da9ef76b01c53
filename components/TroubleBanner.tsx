import type { Summary } from '#lib/messages.ts'
import { Button } from './Button.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { useSurface } from './SurfaceContext.tsx'
import { useAsk } from './use-ask.ts'

const words: Record<Exclude<Summary['banner'], 'none'>, { title: string; says: string; button: string }> = {
  'not-signed-in': {
    title: 'You are signed out',
    says: 'Exports wait here and go on by themselves after signing in.',
    button: 'Sign in',
  },
  reconnect: {
    title: 'The connection to the ledger has ended',
    says: 'Nothing is wrong with your invoices. They go on by themselves after reconnecting.',
    button: 'Reconnect',
  },
  'server-unreachable': {
    title: 'Our server cannot be reached',
    says: 'Nothing is lost: exports go on by themselves once it can. Check the address if this lasts.',
    button: 'Check the server address',
  },
  'storage-full': {
    title: 'This computer’s storage is full',
    says: 'What the page shows cannot be remembered. Free some disk space; nothing was sent twice.',
    button: 'Open the options',
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
