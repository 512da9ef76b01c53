import type { Notices, PageSeen } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { ownAddress } from './own-address.ts'

type PageRequest = Notices['page-requests']['requests'][number]

const methods: readonly string[] = ['PATCH', 'POST', 'PUT']

/** What became of requests of the page's own: its answers, and in words what was refused. */
export interface PageRequestsDone {
  answers: PageSeen['answers']
  problem: string | null
}

/**
 * Makes requests that the profile names, one after the other, in the person's own session and on the page's own
 * origin. Stops at the first that is refused.
 */
export async function makePageRequests(
  requests: readonly PageRequest[],
  signal: AbortSignal,
): Promise<PageRequestsDone> {
  const answers: PageSeen['answers'] = []
  for (const { method, url, body } of requests) {
    const address = ownAddress(url)
    if (!address || !methods.includes(method)) {
      return { answers, problem: 'A request to another site was not made.' }
    }
    try {
      const response = await fetch(address, {
        method,
        credentials: 'same-origin',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      })
      if (!response.ok) return { answers, problem: say('page.change-refused', { status: response.status }) }
      answers.push({ url: address.href, json: await response.text() })
    } catch (error) {
      const why = error instanceof Error ? error.message : say('page.network-failed')
      return { answers, problem: say('page.change-not-told', { why }) }
    }
  }
  return { answers, problem: null }
}
