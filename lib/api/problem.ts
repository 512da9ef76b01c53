import { z } from 'zod'

/** How every refusal of the server looks: a stable code, words for a person, and the fields at fault. */
export const Problem = z.object({
  code: z.enum([
    'not-signed-in',
    'not-found',
    'not-allowed',
    'not-understood',
    'too-large',
    'connection-lost',
    'ledger-unreachable',
    'rate-limit',
    'conflict',
    'internal',
  ]),
  message: z.string(),
  /** `exports.0.bill.total: an amount such as 1234.50` */
  fields: z.array(z.string()).optional(),
  retryAfterSeconds: z.number().optional(),
})
export type Problem = z.infer<typeof Problem>

export const ProblemBody = z.object({ error: Problem })
