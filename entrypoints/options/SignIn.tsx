import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import { momentOf } from '#components/when.ts'
import type { SignedIn } from '#lib/store/settings.ts'

/** Who is signed in, or the button for it. */
export function SignIn({ session }: { session: SignedIn | null }) {
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
