/** An answer as it is given again to a repeated request. */
export type StoredAnswer = { status: number; contentType: string; body: string }

/** The answers given under each `requestid`; they are kept for as long as the sandbox runs. */
export type RequestRecords = {
  /**
   * Runs `work` once for a key and gives its answer again to each repetition, whatever that asks for, also to one
   * that arrives while the first is still running. `undefined` from `work` (nothing to remember) lets the next
   * request try anew.
   */
  once(
    key: string,
    work: () => Promise<StoredAnswer | undefined>,
  ): Promise<{ answer: StoredAnswer | undefined; repeated: boolean }>
  clear(): void
}

export function requestRecords(): RequestRecords {
  const records = new Map<string, Promise<StoredAnswer | undefined>>()
  return {
    once: async (key, work) => {
      const known = records.get(key)
      if (known) return { answer: await known, repeated: true }
      const answer = work()
      records.set(key, answer)
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
