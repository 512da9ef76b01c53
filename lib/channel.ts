import {
  type NoticeName,
  type NoticeOf,
  notices,
  type ReplyTo,
  type RequestName,
  type RequestOf,
} from './messages.ts'

/** How a message looks on the wire: named, so that another extension's or the page's chatter is not ours. */
export interface Envelope {
  clearcloud: string
  data: unknown
}

export function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && typeof Reflect.get(message, 'clearcloud') === 'string'
  )
}

/** The little of `browser.runtime` that asking needs; content scripts give WXT's, pages the polyfill's. */
export interface Runtime {
  sendMessage(message: unknown): Promise<unknown>
}

/**
 * Asks the background. The worker's answers are trusted (it is our own code in its own process).
 * @throws if the extension was reloaded under the page (the context is then invalid for good).
 */
export async function ask<N extends RequestName>(
  runtime: Runtime,
  name: N,
  data: RequestOf<N>,
): Promise<ReplyTo<N>> {
  const envelope: Envelope = { clearcloud: name, data }
  return (await runtime.sendMessage(envelope)) as ReplyTo<N>
}

/** Parses a notice from the background; undefined for anything else. */
export function readNotice(
  message: unknown,
): { [N in NoticeName]: { name: N; data: NoticeOf<N> } }[NoticeName] | undefined {
  if (!isEnvelope(message) || !(message.clearcloud in notices)) return undefined
  const name = message.clearcloud as NoticeName
  const parsed = notices[name].safeParse(message.data)
  // The schema of `name` made the data, which TypeScript cannot follow through the lookup.
  return parsed.success ? ({ name, data: parsed.data } as never) : undefined
}
