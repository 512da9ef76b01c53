import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { QuickbooksCompany } from '#server/ledger/quickbooks/quickbooks-company.ts'

export interface ScriptedAnswer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

/** A company whose API gives these answers, one after the other; `seen` are the requests it got. */
export async function scriptedQuickbooks(...answers: ScriptedAnswer[]) {
  const seen: { url: string; token: string }[] = []
  const server = createServer((request, response) => {
    const { status, body, headers } = answers[seen.length] ?? { status: 500, body: '' }
    seen.push({ url: request.url ?? '', token: request.headers.authorization ?? '' })
    response.writeHead(status, headers)
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  let token = 'first'
  const company: QuickbooksCompany = {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    realm: '91',
    appUrl: 'https://app.qbo.intuit.com',
    pace: { run: call => call() },
    patient: false,
    token: () => token,
    renewToken: async refused => {
      token = `after ${refused}`
    },
    known: {
      lists: () => Promise.reject(new Error('No lists are known here')),
      keepContacts: async () => undefined,
      facts: () => null,
      keepFacts: () => undefined,
    },
  }
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { company, seen, close }
}
