import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, accountingClient } from './accounting-client.ts'
import { type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
afterEach(() => sandbox.close())

const refusal = ({ status, headers }: Answer) => [
  status,
  headers.get('x-rate-limit-problem'),
  headers.get('retry-after'),
]

describe('the limits', () => {
  it('say on each answer what remains', async () => {
    sandbox = await runSandbox()
    const client = await accountingClient(sandbox)
    await client.call('GET', '/Organisation')
    const { headers } = await client.call('GET', '/Accounts')
    expect(
      ['x-daylimit-remaining', 'x-minlimit-remaining', 'x-appminlimit-remaining'].map(name =>
        headers.get(name),
      ),
    ).toEqual(['4998', '58', '9998'])
  })

  it('allow sixty calls a minute, then say how long to wait', async () => {
    sandbox = await runSandbox()
    const client = await accountingClient(sandbox)
    for (let call = 0; call < 60; call += 1) {
      expect((await client.call('GET', '/Currencies')).status).toBe(200)
    }
    sandbox.clock.forward(0.5)
    expect(refusal(await client.call('GET', '/Currencies'))).toEqual([429, 'minute', '30'])
    sandbox.clock.forward(0.5)
    expect((await client.call('GET', '/Currencies')).status).toBe(200)
  })

  it('count each organisation for itself, and the app over all', async () => {
    sandbox = await runSandbox({ limits: { minute: 2, appMinute: 3 } })
    const [harbour, orchard] = [
      await accountingClient(sandbox, 'Harbour'),
      await accountingClient(sandbox, 'Orchard'),
    ]
    for (const client of [harbour, harbour, orchard]) await client.call('GET', '/Currencies')
    expect(refusal(await orchard.call('GET', '/Currencies')).slice(0, 2)).toEqual([429, 'appminute'])
  })

  it('refuse the sixth call at once, without saying when to come back', async () => {
    sandbox = await runSandbox()
    const client = await accountingClient(sandbox)
    await sandbox.control('POST', '/faults', { fault: { kind: 'delay', ms: 700 }, times: 5 })
    const answers = await Promise.all(Array.from({ length: 6 }, () => client.call('GET', '/Currencies')))
    const refused = answers.filter(answer => answer.status === 429)
    expect(refused.map(refusal)).toEqual([[429, 'concurrent', null]])
    expect((await client.call('GET', '/Currencies')).status).toBe(200)
  })

  it('have a day that is over after 24 hours', async () => {
    sandbox = await runSandbox({ limits: { day: 1 } })
    const client = await accountingClient(sandbox)
    await client.call('GET', '/Currencies')
    expect(refusal(await client.call('GET', '/Currencies'))).toEqual([429, 'day', '86400'])
  })

  it('can be changed while the sandbox runs', async () => {
    sandbox = await runSandbox()
    const client = await accountingClient(sandbox)
    await sandbox.control('PATCH', '/limits', { minute: 1 })
    await client.call('GET', '/Currencies')
    expect((await client.call('GET', '/Currencies')).status).toBe(429)
  })
})
