import type { SignedIn } from '#lib/store/settings.ts'
import { Connections } from './Connections.tsx'
import { Section } from './Section.tsx'
import { ServerForm } from './ServerForm.tsx'
import { SignIn } from './SignIn.tsx'

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
