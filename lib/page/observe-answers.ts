import { type FeedMessage, largestAnswer } from './feed-channel.ts'
import { isInLines, readLines } from './read-lines.ts'

/**
 * Observes the JSON answers to the page's own requests of its own origin, by fetch and by XMLHttpRequest. The
 * page gets its answers as before and as soon: a copy is read, and handed over when the page has nothing to do.
 */
export function observeAnswers(page: Window & typeof globalThis, send: (message: FeedMessage) => void): void {
  const { location, URL } = page
  // Taken now: the page may put its own in their place later.
  const { stringify } = page.JSON
  const idle = (page.requestIdleCallback ?? page.setTimeout).bind(page) as (
    act: () => void,
    options?: { timeout: number },
  ) => void
  let pending = 0

  const count = (change: 1 | -1) => {
    pending += change
    send({ kind: 'pending', count: pending })
  }
  const isOwn = (url: string) =>
    URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin
  const isJson = (type: string | null) => /[/+]json\b/i.test(type ?? '')

  /** Hands an answer over when the page is idle. */
  const handOver = (url: string, text: string) => {
    if (text.length > largestAnswer) return count(-1)
    const hand = () => {
      send({ kind: 'answer', url: new URL(url, location.href).href, text })
      count(-1)
    }
    idle(hand, { timeout: 200 })
  }

  const seeResponse = async (response: Response) => {
    const size = Number(response.headers.get('content-length') ?? 0)
    const type = response.headers.get('content-type')
    const wanted = response.ok && isOwn(response.url) && (isJson(type) || isInLines(type))
    if (!wanted || size > largestAnswer) return
    const copy = response.clone()
    // A stream may stay open for as long as the page does: nothing waits for its end.
    if (isInLines(type) && copy.body) return seeLines(response.url, copy.body)
    count(1)
    try {
      handOver(response.url, await copy.text())
    } catch {
      // The page gave the request up, or the connection ended.
      count(-1)
    }
  }
  const seeLines = (url: string, body: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    let pieces = 0
    const hand = (text: string) => {
      pieces += 1
      count(1)
      handOver(`${url}#${pieces}`, text)
    }
    // It ends when the page gives it up, too.
    readLines(body, largestAnswer, hand).catch(() => undefined)
  }
  page.fetch = new Proxy(page.fetch, {
    apply(target, self, given) {
      const answer: Promise<Response> = Reflect.apply(target, self, given)
      count(1)
      // Ours is the first reaction to the promise, so the body has not been read yet.
      answer.then(seeResponse).then(
        () => count(-1),
        () => count(-1),
      )
      return answer
    },
  })

  const seeRequest = (request: XMLHttpRequest) => {
    const { responseType, status } = request
    const readable = responseType === '' || responseType === 'text' || responseType === 'json'
    const wanted = readable && status >= 200 && status < 300 && isOwn(request.responseURL)
    if (!wanted || !isJson(request.getResponseHeader('content-type'))) return count(-1)
    handOver(
      request.responseURL,
      responseType === 'json' ? stringify(request.response) : request.responseText,
    )
  }
  const { prototype } = page.XMLHttpRequest
  prototype.send = new Proxy(prototype.send, {
    apply(target, self: XMLHttpRequest, given) {
      count(1)
      try {
        self.addEventListener('loadend', () => seeRequest(self), { once: true })
        return Reflect.apply(target, self, given)
      } catch (error) {
        count(-1)
        throw error
      }
    },
  })
}
