import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import { momentOf } from '#components/when.ts'
import { ledgerNames } from '#lib/domain/outlet.ts'
import type { SignedIn } from '#lib/store/settings.ts'

/** The organisations that bills may be posted to. */
export function Connections({ session: { connections } }: { session: SignedIn }) {
  const { busy, outcome, send } = useAsk()
  if (connections.length === 0) {
    return <p className="text-muted">No organisation is connected yet: connect a ledger above.</p>
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
                {ledgerNames[ledger]}
                {organisation.currency && ` · ${organisation.currency}`}
              </td>
              <td className="py-1.5 pr-3 text-muted">{`since ${momentOf(connectedAt)}`}</td>
              <td className="py-1.5 text-right">
                {state === 'connected' ? (
                  <span className="text-exported-ink">connected</span>
                ) : (
                  <Button busy={busy !== null} onClick={() => void send('sign-in', { ledger })}>
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
