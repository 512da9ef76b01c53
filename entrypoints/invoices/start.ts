import { ask, readNotice } from '#lib/channel.ts'
import type { PageSetup } from '#lib/messages.ts'
import { type FeedMessage, receiveFeed } from '#lib/page/feed-channel.ts'
import type { NoticeSource } from './notices.ts'
import { type Run, type RunOptions, startRun } from './run.ts'

export type StartOptions = Pick<RunOptions, 'runtime' | 'signal' | 'take'>

/** The worker may be starting anew: it is asked again, ever more seldom. */
const againMs = 250
const mostDoublings = 8
/** It answers from its store alone: one that takes longer has lost the question. */
const patienceMs = 10_000
const mostEarly = 200

/**
 * Asks the worker how this page is read, and runs on it so; anew when there is another profile. Nothing of the
 * page is read before the worker has answered: what the page loads meanwhile waits.
 */
export function start({ runtime, signal, take }: StartOptions): void {
  let run: Run | undefined
  let latest = 0
  let isDeaf = false
  /** What the page loaded before the worker has answered. */
  const early: FeedMessage[] = []

  async function begin(): Promise<void> {
    latest += 1
    const own = latest
    const setup = await askForSetup(runtime, signal)
    if (own !== latest || signal.aborted || !setup) return
    run?.stop()
    run = undefined
    const { profile, off, says, shortcuts } = setup
    isDeaf = !profile || off.includes('feed')
    if (profile) run = startRun({ runtime, signal, take, profile, off, says, shortcuts })
    for (const message of early.splice(0)) if (!isDeaf) run?.hear(message)
  }

  // At once, though nothing is read yet: only now does no script of the page know of the channel.
  receiveFeed(document, signal, message => {
    if (isDeaf) return
    if (run) run.hear(message)
    else if (early.length < mostEarly) early.push(message)
  })
  onProfileChange(runtime, signal, () => void begin())
  void begin()
}

/** Null where the page or the extension went away before there was an answer. */
async function askForSetup(runtime: StartOptions['runtime'], signal: AbortSignal): Promise<PageSetup | null> {
  for (let asked = 0; !signal.aborted; asked++) {
    try {
      const answer = await Promise.race([
        ask(runtime, 'page-profile', { origin: location.origin }),
        after(patienceMs),
      ])
      if (answer && 'profile' in answer) return answer
    } catch {
      // Nobody listens yet; or the extension was reloaded under the page, and nobody ever will.
      if (runtime.id === undefined) return null
    }
    await after(againMs * 2 ** Math.min(asked, mostDoublings))
  }
  return null
}

function after(ms: number): Promise<null> {
  return new Promise(resolve => setTimeout(resolve, ms, null))
}

/** Only our own worker is listened to: it bears our id and has no tab. */
function onProfileChange(runtime: NoticeSource, signal: AbortSignal, changed: () => void): void {
  const own = runtime.id
  const listen = (message: unknown, sender: { id?: string; tab?: unknown }) => {
    if (sender.id !== own || sender.tab !== undefined) return
    if (readNotice(message)?.name === 'profile-changed') changed()
  }
  runtime.onMessage.addListener(listen)
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listen))
}
