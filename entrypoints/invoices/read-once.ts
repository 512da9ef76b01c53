import type { PageSeen } from '#lib/messages.ts'
import { ownAddress } from './own-address.ts'

export interface ReadOnceOptions {
  signal: AbortSignal
  report(answers: PageSeen['answers']): Promise<unknown>
}

/**
 * Reads addresses of the page that tell more, such as an outlet's own mapping: each once a visit, one after
 * the other. One that does not answer is passed over, because nothing depends on it.
 */
export function createReadOnce({ signal, report }: ReadOnceOptions): (urls: readonly string[]) => void {
  const asked = new Set<string>()
  let before: Promise<unknown> = Promise.resolve()

  async function read(url: string): Promise<void> {
    const response = await fetch(url, {
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
      signal,
    })
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    if (response.ok && isJson) await report([{ url: response.url, json: await response.text() }])
  }

  return urls => {
    for (const url of urls) {
      if (!ownAddress(url) || asked.has(url)) continue
      asked.add(url)
      before = before.then(() => read(url)).catch(() => undefined)
    }
  }
}
