import { expect, test } from 'vitest'
import { readRejection, troubleOf } from '#server/ledger/xero/xero-api.ts'

const rejected = (statusCode: number | undefined, body: unknown, headers = {}) =>
  JSON.stringify({ response: { statusCode, body, headers }, body })

test.each([
  ['a refusal as JSON', rejected(400, { Message: 'A validation exception occurred' }), 400, /validation/],
  ['a 503 page in HTML', rejected(503, '<html>Busy</html>'), 503, /<html>/],
  ['a network failure without a status', rejected(undefined, ''), 0, /^$/],
])('reads %s from xero-node’s JSON string', (_, reason, status, text) => {
  const rejection = readRejection(reason)
  expect(rejection.status).toBe(status)
  expect(rejection.text).toMatch(text)
})

test('lets an Error of ours or of xero-node through as it is', () => {
  const mistake = new Error('Required parameter xeroTenantId was null')
  expect(() => readRejection(mistake)).toThrow(mistake)
  expect(() => readRejection('not JSON')).toThrow('something unknown')
})

test.each([
  [401, false, 'connection-lost'],
  [403, true, 'connection-lost'],
  [429, true, 'rate-limit'],
  [503, true, 'unknown-outcome'],
  [0, true, 'unknown-outcome'],
  [503, false, 'not-sent'],
  [408, true, 'unknown-outcome'],
])('takes a %i (writing: %s) for %s', (status, writes, kind) => {
  expect(troubleOf({ status, headers: {}, text: '' }, writes).kind).toBe(kind)
})

test('knows until when Xero wants to be left alone, if Xero says so', () => {
  const limited = (headers: Record<string, unknown>) => troubleOf({ status: 429, headers, text: '' }, true)
  const until = Date.parse(limited({ 'Retry-After': '30' }).until ?? '')
  expect(Math.abs(until - Date.now() - 30_000)).toBeLessThan(2000)
  expect(limited({ 'x-rate-limit-problem': 'concurrent' }).until).toBeNull()
})
