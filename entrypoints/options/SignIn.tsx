import { useState } from 'react'
import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import { momentOf } from '#components/when.ts'
import { type LedgerKind, ledgerNames } from '#lib/domain/outlet.ts'
import type { SignedIn } from '#lib/store/settings.ts'

/** Who is signed in, or the buttons for it. */
export function SignIn({ session }: { session: SignedIn | null }) {
  const { busy, outcome, send } = useAsk()
  const [asked, setAsked] = useState<LedgerKind | null>(null)
  const through = (ledger: LedgerKind) => {
    setAsked(ledger)
    void send('sign-in', { ledger })
  }
  const buttons = (['xero', 'quickbooks'] as const).map(ledger => (
    <Button
      key={ledger}
      look={session === null ? 'primary' : 'secondary'}
      busy={busy === 'sign-in' && asked === ledger}
      disabled={busy !== null}
      onClick={() => through(ledger)}
    >
      {`${session === null ? 'Sign in with' : 'Connect'} ${ledgerNames[ledger]}`}
    </Button>
  ))
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-raised p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
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
                Sign in with the ledger you use, and choose there where Clearcloud may post bills. Another
                ledger can be connected afterwards.
              </p>
            </>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {buttons}
          {session && (
            <Button
              busy={busy === 'sign-out'}
              disabled={busy !== null}
              onClick={() => void send('sign-out', {})}
            >
              Sign out
            </Button>
          )}
        </div>
      </div>
      <OutcomeLine outcome={outcome} />
    </div>
  )
}
