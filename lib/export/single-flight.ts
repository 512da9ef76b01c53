/**
 * Runs `work` one at a time. Called while it runs, it runs once more afterwards, so that what was written
 * in between is not missed; every caller gets the promise of the last run.
 */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  return () => {
    if (running) {
      again = true
      return running
    }
    running = (async () => {
      try {
        do {
          again = false
          await work()
        } while (again)
      } finally {
        running = null
      }
    })()
    return running
  }
}
