import { expect, test } from 'vitest'
import { readChoices } from '#sandbox/launch/choices.ts'

const withDisplay = { DISPLAY: ':0' }

test('with a display the demo is left to the user', () => {
  expect(readChoices([], withDisplay)).toMatchObject({ headless: false, port: 4700, sandboxPort: 4600 })
})

test.each([
  ['for want of a display', [], {}],
  ['by wish', ['--headless'], withDisplay],
])('the tour plays by itself %s', (_, args, environment) => {
  expect(readChoices(args, environment).headless).toBe(true)
})

test('ports and the ledgers come from the environment', () => {
  const environment = {
    PORT: '5001',
    SANDBOX_PORT: '5002',
    XERO_API_URL: 'http://localhost:9/api',
    XERO_IDENTITY_URL: '',
    QBO_IDENTITY_URL: 'http://localhost:9/quickbooks',
  }
  expect(readChoices([], environment)).toMatchObject({
    port: 5001,
    sandboxPort: 5002,
    ledgers: {
      xero: { api: 'http://localhost:9/api', identity: undefined },
      quickbooks: { api: undefined, identity: 'http://localhost:9/quickbooks' },
    },
  })
})

test.each([
  ['a port that is none', [], { PORT: 'x' }, /PORT/],
  ['one port for both', [], { PORT: '5000', SANDBOX_PORT: '5000' }, /must differ/],
  ['a folder that is not there', ['--ubl', '/no/such/folder'], {}, /there is no folder/],
  ['a file for a folder', ['--ubl', import.meta.filename], {}, /is not a folder/],
  ['an unknown option', ['--nope'], {}, /--nope/],
])('%s is refused in words', (_, args, environment, says) => {
  expect(() => readChoices(args, environment)).toThrow(says)
})
