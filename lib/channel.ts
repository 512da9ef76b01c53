import type { NoticeName, Notices, ReplyTo, RequestName, RequestOf } from './messages.ts'

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

/** A notice with its name, as a union that a switch narrows. */
export type Notice = { [N in NoticeName]: { name: N; data: Notices[N] } }[NoticeName]

/** A notice from our own worker; undefined for anything else. The caller has checked the sender's id. */
export function readNotice(message: unknown): Notice | undefined {
  if (!isEnvelope(message)) return undefined
  return { name: message.clearcloud, data: message.data } as Notice
}
