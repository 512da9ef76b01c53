import { type FormEvent, useState } from 'react'
import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import { momentOf } from '#components/when.ts'
import type { SignedIn } from '#lib/store/settings.ts'
import { checkServer, serverAddress } from './check-server.ts'
import { Section } from './Section.tsx'

/** The server, who is signed in there, and the organisations that were connected. */
export function AccountSection({ server, session }: { server: string; session: SignedIn | null }) {
  return (
    <Section title="Account" says="The server keeps the ledger’s consent; this browser never sees a secret.">
      <ServerForm key={server} server={server} />
      <SignIn session={session} />
      {session && <Connections session={session} />}
    </Section>
  )
}

function ServerForm({ server }: { server: string }) {
  const asking = useAsk()
  const [typed, type] = useState(server)
  const [checking, check] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    let url: string
    try {
      url = serverAddress(typed)
    } catch {
      asking.say({ ok: false, problem: 'This is no address. It looks like https://clearcloud.example.' })
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
        Server address
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
          {typed.trim() === server ? 'Check' : 'Check and save'}
        </Button>
      </div>
      <OutcomeLine outcome={asking.outcome} />
    </form>
  )
}

function SignIn({ session }: { session: SignedIn | null }) {
  const { busy, outcome, send } = useAsk()
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-raised p-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          {session ? (
            <>
              <p className="font-semibold">
                <bdi>{session.user.name}</bdi>
              </p>
              <p className="text-sm text-muted">
                <bdi>{session.user.email}</bdi>
                {' · '}
                <bdi>{session.workspace.name}</bdi>
                {` · until ${momentOf(session.expiresAt)}`}
              </p>
            </>
          ) : (
            <>
              <p className="font-semibold">Not signed in</p>
              <p className="text-sm text-muted">
                Sign in with Xero, and choose there which organisations Clearcloud may post bills to.
              </p>
            </>
          )}
        </div>
        {session ? (
          <>
            <Button
              busy={busy === 'sign-in'}
              disabled={busy !== null}
              onClick={() => void send('sign-in', {})}
            >
              Connect more
            </Button>
            <Button
              busy={busy === 'sign-out'}
              disabled={busy !== null}
              onClick={() => void send('sign-out', {})}
            >
              Sign out
            </Button>
          </>
        ) : (
          <Button look="primary" busy={busy !== null} onClick={() => void send('sign-in', {})}>
            Sign in with Xero
          </Button>
        )}
      </div>
      <OutcomeLine outcome={outcome} />
    </div>
  )
}

function Connections({ session: { connections } }: { session: SignedIn }) {
  const { busy, outcome, send } = useAsk()
  if (connections.length === 0) {
    return <p className="text-muted">No organisation is connected yet: choose Connect more.</p>
  }
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse">
        <caption className="pb-1 text-left text-sm text-muted">Connected organisations</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col">Ledger</th>
            <th scope="col">Since</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {connections.map(({ id, organisation, ledger, connectedAt, state }) => (
            <tr key={id} className="border-t border-line">
              <td className="py-1.5 pr-3 font-semibold">
                <bdi>{organisation.name}</bdi>
              </td>
              <td className="py-1.5 pr-3">
                {ledger === 'xero' ? 'Xero' : 'QuickBooks'}
                {organisation.currency && ` · ${organisation.currency}`}
              </td>
              <td className="py-1.5 pr-3 text-muted">{`since ${momentOf(connectedAt)}`}</td>
              <td className="py-1.5 text-right">
                {state === 'connected' ? (
                  <span className="text-exported-ink">connected</span>
                ) : (
                  <Button busy={busy !== null} onClick={() => void send('sign-in', {})}>
                    Reconnect
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <OutcomeLine outcome={outcome} />
    </div>
  )
}
