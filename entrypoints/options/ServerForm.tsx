import { type FormEvent, useState } from 'react'
import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import { say } from '#lib/words/say.ts'
import { checkServer, serverAddress } from './check-server.ts'

/** The server's address: looked at first, kept only if a server of ours answers there. */
export function ServerForm({ server }: { server: string }) {
  const asking = useAsk()
  const [typed, type] = useState(server)
  const [checking, check] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    let url: string
    try {
      url = serverAddress(typed)
    } catch {
      asking.say({ ok: false, problem: say('options.no-address') })
      return
    }
    check(true)
    const health = await checkServer(url)
    check(false)
    if (!health.ok || url === server) {
      asking.say(health)
      return
    }
    const saved = await asking.send('set-server', { url })
    if (saved.ok) asking.say({ ok: true, said: [health.said, saved.said].filter(Boolean).join(' ') })
  }
  return (
    <form onSubmit={event => void submit(event)} className="flex flex-col gap-1.5">
      <label htmlFor="server" className="text-sm text-muted">
        {say('options.server-address')}
      </label>
      <div className="flex gap-2">
        <input
          id="server"
          inputMode="url"
          spellCheck={false}
          value={typed}
          onChange={event => type(event.target.value)}
          className="min-h-8 min-w-0 flex-1 rounded-md border border-edge/60 bg-raised px-2"
        />
        <Button type="submit" busy={checking || asking.busy !== null}>
          {say(typed.trim() === server ? 'options.check' : 'options.check-and-save')}
        </Button>
      </div>
      <OutcomeLine outcome={asking.outcome} />
    </form>
  )
}
