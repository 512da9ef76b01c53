/** An answer as it is given again to a repeated request. */
export type StoredAnswer = { status: number; contentType: string; body: string }

type Stored = { fingerprint: string; at: number; answer: Promise<StoredAnswer | undefined> }

/** About six minutes; the documentation promises no exact figure. */
const LIFETIME = 6 * 60_000

/** Answers remembered by idempotency key, for some minutes. */
export type IdempotencyRecords = {
  /**
   * Runs `work` once for a key and gives its answer again to each repetition, also to one that arrives while the
   * first is still running. `undefined` from `work` (nothing to remember) lets the next request try anew.
   * Gives 'conflict' when the key was used for another request.
   */
  once(
    key: string,
    fingerprint: string,
    work: () => Promise<StoredAnswer | undefined>,
  ): Promise<{ answer: StoredAnswer | undefined; repeated: boolean } | 'conflict'>
  clear(): void
}

export function idempotencyRecords(clock: () => Date): IdempotencyRecords {
  const records = new Map<string, Stored>()
  return {
    once: async (key, fingerprint, work) => {
      const known = records.get(key)
      if (known && clock().getTime() - known.at < LIFETIME) {
        if (known.fingerprint !== fingerprint) return 'conflict'
        return { answer: await known.answer, repeated: true }
      }
      const answer = work()
      records.set(key, { fingerprint, at: clock().getTime(), answer })
      const settled = await answer.catch(error => {
        records.delete(key)
        throw error
      })
      if (settled === undefined) records.delete(key)
      return { answer: settled, repeated: false }
    },
    clear: () => records.clear(),
  }
}
