import { describe, expect, it } from 'vitest'
import { createClient, ProblemError, UnreachableError } from '#lib/api/client.ts'

const client = (answer: () => Response | Promise<Response>, timeoutMs?: number) => {
  const requests: Request[] = []
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    requests.push(new Request(input, init))
    return answer()
  }
  const options = { url: 'http://server.test/', token: 'secret', fetch, ...(timeoutMs ? { timeoutMs } : {}) }
  return { requests, ...createClient(options) }
}
const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status })

describe('the client', () => {
  it('carries the token as a bearer, and no cookies', async () => {
    const server = client(json({ items: [], cursor: 3 }))
    expect(await server.exportsAfter(3, 0)).toEqual({ items: [], cursor: 3 })
    const [request] = server.requests
    expect(request?.url).toBe('http://server.test/v1/exports?after=3&wait=0')
    expect(request?.headers.get('authorization')).toBe('Bearer secret')
    expect(request?.credentials).toBe('omit')
  })

  it('throws the server’s own problem', async () => {
    const server = client(json({ error: { code: 'not-allowed', message: 'Not yours.' } }, 403))
    const error = await server.session().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ status: 403, problem: { code: 'not-allowed' }, message: 'Not yours.' })
  })

  it.each([
    ['a proxy’s error page', () => new Response('<html>', { status: 502 })],
    ['an answer that is not the contract’s', json({ items: 'many' })],
    ['a dropped connection', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('calls the server unreachable for %s', async (_what, answer) => {
    await expect(client(answer).exportsAfter(0, 0)).rejects.toBeInstanceOf(UnreachableError)
  })

  it('does not wait for ever', async () => {
    const fetch = (_input: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
    const server = createClient({
      url: 'http://server.test',
      token: null,
      fetch: fetch as never,
      timeoutMs: 20,
    })
    await expect(server.session()).rejects.toBeInstanceOf(UnreachableError)
  })
})
