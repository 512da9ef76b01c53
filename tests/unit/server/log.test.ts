import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from '#server/log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = ''
  const memory = new Writable({
    write: (chunk, _, done) => {
      lines += chunk
      done()
    },
  })
  write(createLog('info', memory))
  return lines
}

test.each([
  ['an authorization header', { headers: { authorization: 'Bearer s3cret' } }],
  ['a token of ours', { token: 's3cret' }],
  ['a one-time code and its verifier', { query: { code: 's3cret', verifier: 's3cret' } }],
  [
    'tokens of the ledger',
    { tokens: { accessToken: 's3cret', refresh_token: 's3cret', id_token: 's3cret' } },
  ],
  ['what an HTTP library hangs on its errors', { err: Object.assign(new Error('x'), { config: 's3cret' }) }],
])('leaves out %s', (_, what) => {
  const line = logged(log => log.info(what, 'seen'))
  expect(line).toContain('"msg":"seen"')
  expect(line).not.toContain('s3cret')
})
