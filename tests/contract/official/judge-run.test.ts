import { expect, test } from 'vitest'
import type { Exchange } from './recording/exchange.ts'
import { judgeRun } from './recording/judge-run.ts'

const files = ['tests/contract/a.test.ts', 'tests/sandbox/b.test.ts']
const sources = ['tests/contract/', 'tests/sandbox/']

function during(file: string): Exchange {
  const request = { headers: {}, body: '' }
  return { ledger: 'quickbooks', during: file, method: 'GET', path: '/', query: '', request, answer: null }
}

test('a run of all tests fails where a source is silent', () => {
  const heard = [during('tests/contract/a.test.ts')]
  expect(judgeRun({ files, narrowed: false }, files, heard, sources)).toMatchObject({
    what: 'fail',
    why: expect.stringContaining('tests/sandbox/'),
  })
})

test.each([
  ['one file alone', { files: files.slice(0, 1), narrowed: false }],
  ['tests of some names', { files, narrowed: true }],
])('a run of %s is passed over where nothing was heard', (_, ran) => {
  expect(judgeRun(ran, files, [], sources)).toMatchObject({ what: 'skip' })
})

test('a run that recorded something is checked', () => {
  expect(judgeRun({ files, narrowed: false }, files, files.map(during), sources)).toEqual({ what: 'check' })
})
