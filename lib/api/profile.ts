import { z } from 'zod'

/**
 * `GET /v1/profile`: how the host's page is to be read, as the server's keeper gave it out. The server does not
 * understand it; the extension takes it only signed, and only if it is a profile.
 */
export const ProfileAnswer = z.object({
  /** The server's public key: Ed25519, its 32 bytes in base64url. */
  key: z.string().regex(/^[\w-]{43}$/),
  /** Null: the extension goes on with what it has. `signature` is over the bytes of `text`, which is JSON. */
  profile: z
    .object({ text: z.string().max(1_000_000), signature: z.string().regex(/^[\w-]{86}$/) })
    .nullable(),
})
export type ProfileAnswer = z.infer<typeof ProfileAnswer>
