import { afterEach, expect, test } from 'vitest'
import { callQuickbooks } from '#server/ledger/quickbooks/quickbooks-api.ts'
import { type ScriptedAnswer, scriptedQuickbooks } from '#tests/builders/scripted-quickbooks.ts'

let close: (() => void) | undefined
afterEach(() => close?.())

async function answering(...answers: ScriptedAnswer[]) {
  const quickbooks = await scriptedQuickbooks(...answers)
  close = quickbooks.close
  const { company, seen } = quickbooks
  return { seen, ask: (writes = true) => callQuickbooks(company, { method: 'POST', path: '/batch' }, writes) }
}

const fault = (code: string, type = 'ValidationFault') => ({
  Fault: { Error: [{ Message: 'No', Detail: 'No, thank you', code }], type },
})
const gateway = (code: string) => ({
  fault: { error: [{ message: 'No', detail: '', code }], type: 'SERVICE' },
})

test('gives the answer, and names company and version', async () => {
  const { ask, seen } = await answering({ status: 200, body: { time: 'now' } })
  expect(await ask()).toEqual({ ok: true, body: { time: 'now' } })
  expect(seen).toEqual([{ url: '/v3/company/91/batch?minorversion=75', token: 'Bearer first' }])
})

test('takes a fault within an HTTP 200 for a refusal', async () => {
  const { ask } = await answering({ status: 200, body: fault('6000') })
  expect(await ask()).toMatchObject({ ok: false, faults: [{ code: '6000', detail: 'No, thank you' }] })
})

test('renews a token that is refused in either way, once', async () => {
  const { ask, seen } = await answering(
    { status: 200, body: gateway('003200') },
    { status: 401, body: fault('3200', 'AUTHENTICATION') },
  )
  await expect(ask()).rejects.toMatchObject({ kind: 'connection-lost' })
  expect(seen.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer after first'])
})

test.each([
  ['no access (120)', { status: 403, body: fault('120', 'AuthorizationFault') }, 'connection-lost'],
  ['another company (3100) in an HTTP 200', { status: 200, body: gateway('003100') }, 'connection-lost'],
  ['a throttle (3001) in an HTTP 200', { status: 200, body: gateway('003001') }, 'rate-limit'],
  [
    'QuickBooks’s own failure in an HTTP 400',
    { status: 400, body: fault('10000', 'SystemFault') },
    'unknown-outcome',
  ],
  ['a page of words in an HTTP 200', { status: 200, body: '<html>Maintenance</html>' }, 'unknown-outcome'],
  ['a 502 of a gateway', { status: 502, body: '' }, 'unknown-outcome'],
])('takes %s for trouble of the call', async (_, answer, kind) => {
  const { ask } = await answering(answer)
  await expect(ask()).rejects.toMatchObject({ kind })
})

test('knows that a read was without effect', async () => {
  const { ask } = await answering({ status: 502, body: '' })
  await expect(ask(false)).rejects.toMatchObject({ kind: 'not-sent' })
})

test('knows until when QuickBooks wants to be left alone: for a minute, or as it says', async () => {
  const { ask } = await answering(
    { status: 429, body: gateway('003001') },
    { status: 429, body: '', headers: { 'Retry-After': '5' } },
  )
  const ends = async () => {
    const trouble = await ask().catch((error: { until: string }) => error)
    return Date.parse((trouble as { until: string }).until) - Date.now()
  }
  expect(Math.abs((await ends()) - 60_000)).toBeLessThan(2000)
  expect(Math.abs((await ends()) - 5000)).toBeLessThan(2000)
})
