/** What the page's own world hands over: one JSON answer as text, or how many requests are still under way. */
export type FeedMessage = { kind: 'answer'; url: string; text: string } | { kind: 'pending'; count: number }

/** Answers beyond this many characters are left alone. */
export const largestAnswer = 2_000_000

const ready = 'clearcloud-feed-ready'
const begin = 'clearcloud-feed-begin'

/**
 * The page's side. Both sides run before any script of the page, so what they agree on then, a random name for
 * the event that carries all else, is known to nobody else; whichever comes second gives the sign.
 * @returns how to send; what is sent before the other side is there is kept, up to `most`
 */
export function openFeed(target: Document, most = 200): (message: FeedMessage) => void {
  // Taken now: the page may put its own in their place later.
  const { CustomEvent } = globalThis
  const dispatch = target.dispatchEvent.bind(target)
  const kept: FeedMessage[] = []
  let channel: string | undefined
  const send = (message: FeedMessage) => {
    if (channel === undefined) {
      if (kept.length < most) kept.push(message)
    } else dispatch(new CustomEvent(channel, { detail: JSON.stringify(message) }))
  }
  target.addEventListener(
    begin,
    event => {
      const name = (event as CustomEvent<unknown>).detail
      if (typeof name !== 'string') return
      channel = name
      for (const message of kept.splice(0)) send(message)
    },
    { once: true },
  )
  dispatch(new CustomEvent(ready))
  return send
}

/** The extension's side. What comes is the page's word, no more: its form is checked here, its sense by the worker. */
export function receiveFeed(
  target: Document,
  signal: AbortSignal,
  receive: (message: FeedMessage) => void,
): void {
  const channel = `clearcloud-${crypto.randomUUID()}`
  const listen = (event: Event) => {
    const message = read((event as CustomEvent<unknown>).detail)
    if (message) receive(message)
  }
  target.addEventListener(channel, listen, { signal })
  const start = () => target.dispatchEvent(new CustomEvent(begin, { detail: channel }))
  target.addEventListener(ready, start, { signal, once: true })
  start()
}

function read(detail: unknown): FeedMessage | undefined {
  if (typeof detail !== 'string' || detail.length > 2 * largestAnswer) return undefined
  try {
    const message: unknown = JSON.parse(detail)
    if (typeof message !== 'object' || message === null) return undefined
    const { kind, url, text, count } = message as Record<string, unknown>
    if (kind === 'pending' && typeof count === 'number') return { kind, count }
    if (kind !== 'answer' || typeof url !== 'string' || typeof text !== 'string') return undefined
    return url.length <= 4000 && text.length <= largestAnswer ? { kind, url, text } : undefined
  } catch {
    // Not ours: the page may send what it likes.
    return undefined
  }
}
