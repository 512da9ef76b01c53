import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import { momentOf } from '#components/when.ts'
import { ledgerNames } from '#lib/domain/outlet.ts'
import type { SignedIn } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'

/** The organisations that bills may be posted to. */
export function Connections({ session: { connections } }: { session: SignedIn }) {
  const { busy, outcome, send } = useAsk()
  if (connections.length === 0) {
    return <p className="text-muted">{say('options.none-connected')}</p>
  }
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse">
        <caption className="pb-1 text-left text-sm text-muted">
          {say('options.connected-organisations')}
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{say('options.organisation')}</th>
            <th scope="col">{say('options.ledger')}</th>
            <th scope="col">{say('options.since')}</th>
            <th scope="col">{say('options.state')}</th>
          </tr>
        </thead>
        <tbody>
          {connections.map(({ id, organisation, ledger, connectedAt, state }) => (
            <tr key={id} className="border-t border-line">
              <td className="py-1.5 pr-3 font-semibold">
                <bdi>{organisation.name}</bdi>
              </td>
              <td className="py-1.5 pr-3">
                {ledgerNames[ledger]}
                {organisation.currency && ` · ${organisation.currency}`}
              </td>
              <td className="py-1.5 pr-3 text-muted">
                {say('options.since-date', { date: momentOf(connectedAt) })}
              </td>
              <td className="py-1.5 text-right">
                {state === 'connected' ? (
                  <span className="text-exported-ink">{say('options.connected')}</span>
                ) : (
                  <Button busy={busy !== null} onClick={() => void send('sign-in', { ledger })}>
                    {say('common.reconnect')}
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
