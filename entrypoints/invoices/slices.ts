/** A slice's work on the page's thread; the page gets the rest of its frame. */
const sliceMs = 4

/** When a slice ended last: what it wrote is laid out with the next frame. */
let wroteAt = 0

/** How the page gets its turn between slices: at once, or as long as it has anything to do itself. */
type Turn = (signal: AbortSignal) => Promise<void>

/**
 * Does something to each item without a long task: a few at once, then the page's turn. Stops when told.
 * `after`: what each slice ends with; `first`: how long the first may take, in ms.
 */
export async function inSlices<T>(
  items: ArrayLike<T>,
  act: (item: T) => void,
  options: { signal: AbortSignal; after?: () => void; turn?: Turn; first?: number },
): Promise<void> {
  const { signal, after, turn = nextTask, first = sliceMs } = options
  let from = 0
  let most = first
  while (from < items.length && !signal.aborted) {
    const end = performance.now() + most
    most = sliceMs
    do {
      const item = items[from]
      if (item !== undefined) act(item)
      from += 1
    } while (from < items.length && performance.now() < end)
    after?.()
    wroteAt = performance.now()
    if (from < items.length) await turn(signal)
  }
}

/** When the page has drawn a frame. */
export function drawn(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => whenDrawn(resolve, signal)())
}

/** When the page has nothing to do. */
export function idle(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const waiting = requestIdleCallback(() => resolve())
    signal.addEventListener('abort', () => cancelIdleCallback(waiting), { once: true })
  })
}

/**
 * Acts once the page has drawn a frame: its layout is known then, and reading it costs nothing. Many calls
 * before that are one. A page in the background draws none; there it acts after a while nevertheless.
 */
export function whenDrawn(act: () => void, signal: AbortSignal): () => void {
  let giveUp: ReturnType<typeof setTimeout> | undefined
  const wait = () => frame.observe(document.documentElement)
  const run = (drawn?: IntersectionObserverEntry[]) => {
    if (giveUp === undefined) return
    frame.disconnect()
    // What was written since that frame would be laid out within our own task.
    if (drawn?.some(({ time }) => time < wroteAt)) return wait()
    clearTimeout(giveUp)
    giveUp = undefined
    if (!signal.aborted) act()
  }
  // Told of the root's place right after a frame, in a task of its own.
  const frame = new IntersectionObserver(run)
  return () => {
    if (giveUp !== undefined) return
    giveUp = setTimeout(run, 1000)
    wait()
  }
}

function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
