import type { SignedIn } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import { Connections } from './Connections.tsx'
import { Section } from './Section.tsx'
import { ServerForm } from './ServerForm.tsx'
import { SignIn } from './SignIn.tsx'

/** The server, who is signed in there, and the organisations that were connected. */
export function AccountSection({ server, session }: { server: string; session: SignedIn | null }) {
  return (
    <Section title={say('options.account')} says={say('options.account-says')}>
      <ServerForm key={server} server={server} />
      <SignIn session={session} />
      {session && <Connections session={session} />}
    </Section>
  )
}
