import { z } from 'zod'

const Answer = z.union([
  z.object({ type: z.literal('success'), id: z.number(), result: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.number().nullable(), error: z.string(), message: z.string() }),
  z.object({ type: z.literal('event'), method: z.string(), params: z.unknown() }),
])
const Evaluated = z.union([
  z.object({
    type: z.literal('success'),
    result: z.object({ type: z.string(), value: z.unknown().optional() }),
  }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
])

interface Waiting {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** A WebDriver BiDi session: how Firefox is told what to do, as Chromium is over its debugging pipe. */
export class Bidi {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, Waiting>()
  readonly #hearers: ((method: string, params: unknown) => void)[] = []
  #last = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#take(Answer.parse(JSON.parse(String(data)))))
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser has gone'))
    })
  }

  /** @param address `ws://127.0.0.1:…`, as the browser says it when it starts */
  static async open(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', () => reject(new Error(`${address} cannot be reached`)))
    })
    const bidi = new Bidi(socket)
    await bidi.send('session.new', { capabilities: {} })
    return bidi
  }

  /** @throws with the browser's own words if it refuses */
  send(method: string, params: Record<string, unknown>): Promise<unknown> {
    this.#last += 1
    const id = this.#last
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }

  /**
   * Calls a function, given as source text, in a browsing context: of a page, or of the browser's own window. What
   * it takes and gives goes through JSON.
   */
  call(context: string, functionDeclaration: string, ...values: unknown[]): Promise<unknown> {
    return this.#call(context, { type: 'undefined' }, functionDeclaration, values)
  }

  /** Likewise, with an element of the page as its `this`. */
  callOn(context: string, sharedId: string, functionDeclaration: string, ...values: unknown[]) {
    return this.#call(context, { sharedId }, functionDeclaration, values)
  }

  async #call(context: string, self: object, functionDeclaration: string, values: unknown[]) {
    const answer = await this.send('script.callFunction', {
      functionDeclaration: `async function (given) {
        return JSON.stringify(await (${functionDeclaration}).call(this, ...JSON.parse(given)) ?? null)
      }`,
      this: self,
      arguments: [{ type: 'string', value: JSON.stringify(values) }],
      target: { context },
      awaitPromise: true,
    })
    const evaluated = Evaluated.parse(answer)
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text)
    return JSON.parse(z.string().parse(evaluated.result.value))
  }

  /** Hears the events that were subscribed to. */
  onEvent(hearer: (method: string, params: unknown) => void): void {
    this.#hearers.push(hearer)
  }

  #take(answer: z.infer<typeof Answer>): void {
    if (answer.type === 'event') {
      for (const hear of this.#hearers) hear(answer.method, answer.params)
      return
    }
    const waiting = answer.id === null ? undefined : this.#waiting.get(answer.id)
    if (answer.id === null || !waiting) return
    this.#waiting.delete(answer.id)
    if (answer.type === 'success') waiting.resolve(answer.result)
    else waiting.reject(new Error(`${answer.error}: ${answer.message}`))
  }
}
