import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient } from './api-client.ts'
import { type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: ApiClient
beforeEach(async () => {
  sandbox = await runSandbox({ limits: {} })
  client = await apiClient(sandbox)
})
afterEach(() => sandbox.close())

const read = () => client.query('select * from Term')
const statuses = async (count: number, call = read) => {
  const answers: number[] = []
  for (let index = 0; index < count; index += 1) answers.push((await call()).status)
  return answers
}

describe('the limits of a company', () => {
  it('are 10 calls a second, then 429 and ThrottleExceeded', async () => {
    expect(await statuses(10)).toEqual(Array(10).fill(200))
    const refused = await read()
    expect([refused.status, refused.body.fault]).toMatchObject([
      429,
      { error: [{ message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429', code: '3001' }] },
    ])
    sandbox.clock.forward(1 / 60)
    expect((await read()).status).toBe(200)
  })

  it('are 500 calls a minute', async () => {
    await sandbox.control('PATCH', '/limits', { second: 1000 })
    expect((await statuses(501)).filter(status => status === 429)).toHaveLength(1)
    sandbox.clock.forward(1)
    expect((await read()).status).toBe(200)
  })

  it('are 10 calls at once', async () => {
    await sandbox.control('PATCH', '/limits', { second: 1000 })
    await sandbox.control('POST', '/faults', { times: 10, fault: { kind: 'delay', ms: 300 } })
    const answers = await Promise.all(Array.from({ length: 11 }, read))
    expect(answers.map(answer => answer.status).sort()).toEqual([...Array(10).fill(200), 429])
    expect((await read()).status).toBe(200)
  })

  it('are 40 batches a minute', async () => {
    await sandbox.control('PATCH', '/limits', { second: 1000 })
    const batch = () =>
      client.call('POST', '/batch', { BatchItemRequest: [{ bId: '1', Query: 'select * from Term' }] })
    expect((await statuses(41, batch)).filter(status => status === 429)).toHaveLength(1)
    expect((await read()).status).toBe(200)
  })

  it('are counted for each company by itself', async () => {
    await statuses(10)
    const other = await apiClient(sandbox, 'Bayside')
    expect((await other.query('select * from Term')).status).toBe(200)
  })
})
