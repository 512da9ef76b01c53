import { useState } from 'react'
import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { Sentence, slot } from '#components/Sentence.tsx'
import { useAsk } from '#components/use-ask.ts'
import { momentOf } from '#components/when.ts'
import { type LedgerKind, ledgerNames } from '#lib/domain/outlet.ts'
import type { SignedIn } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'

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
      {say(session === null ? 'welcome.sign-in-with' : 'options.connect', { ledger: ledgerNames[ledger] })}
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
                <Sentence
                  words={say('options.until', {
                    email: slot('email'),
                    workspace: slot('workspace'),
                    date: momentOf(session.expiresAt),
                  })}
                  slots={{
                    email: <bdi>{session.user.email}</bdi>,
                    workspace: <bdi>{session.workspace.name}</bdi>,
                  }}
                />
              </p>
            </>
          ) : (
            <>
              <p className="font-semibold">{say('common.not-signed-in')}</p>
              <p className="text-sm text-muted">{say('options.sign-in-says')}</p>
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
              {say('options.sign-out')}
            </Button>
          )}
        </div>
      </div>
      <OutcomeLine outcome={outcome} />
    </div>
  )
}
