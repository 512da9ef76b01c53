import { z } from 'zod'

export const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** ISO instant. */
  expiresAt: z.string(),
})
export type Tokens = z.infer<typeof Tokens>

/** What a person consented to at a ledger: who they are there, and the organisations that the tokens reach. */
export const Consent = z.object({
  /** `subject` is unique among the people of all ledgers. */
  user: z.object({ subject: z.string(), name: z.string(), email: z.string() }),
  tokens: Tokens,
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Consent = z.infer<typeof Consent>

/** The consent is over: only a person can renew it. */
export class ConsentLost extends Error {
  override readonly name = 'ConsentLost'
}

/** What came back with the browser from a ledger's consent page. */
export interface CameBack {
  code: string
  /** QuickBooks names the company there, and nowhere else. */
  realmId: string | null
}
