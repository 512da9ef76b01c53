/** Tells readers who wait that a workspace's exports changed. */
export interface ChangesBell {
  ring(workspace: string): void
  /** Settles at the next ring, or after `ms` milliseconds, or when the reader has gone. */
  wait(workspace: string, ms: number, gone: AbortSignal): Promise<void>
}

export function createChangesBell(): ChangesBell {
  const waiting = new Map<string, Set<() => void>>()
  return {
    ring(workspace) {
      for (const wake of waiting.get(workspace) ?? []) wake()
    },
    wait(workspace, ms, gone) {
      return new Promise(done => {
        const those = waiting.get(workspace) ?? new Set()
        waiting.set(workspace, those)
        const wake = () => {
          clearTimeout(timer)
          those.delete(wake)
          gone.removeEventListener('abort', wake)
          done()
        }
        const timer = setTimeout(wake, ms)
        gone.addEventListener('abort', wake)
        those.add(wake)
      })
    },
  }
}
