import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'

test('needs nothing to start, and then stands for real Xero', () => {
  expect(readConfig({})).toMatchObject({
    port: 4700,
    host: '127.0.0.1',
    dataDir: '.data/server',
    databaseUrl: null,
    publicUrl: 'http://localhost:4700',
    xero: {
      apiUrl: 'https://api.xero.com',
      authorizeUrl: 'https://login.xero.com/identity/connect/authorize',
      tokenUrl: 'https://identity.xero.com/connect/token',
      appUrl: 'https://go.xero.com',
    },
  })
})

test('takes an empty variable as unset, and an address with or without its last slash', () => {
  const config = readConfig({ PORT: '', PUBLIC_URL: 'https://clouds.example/', XERO_API_URL: '' })
  expect(config).toMatchObject({ port: 4700, publicUrl: 'https://clouds.example' })
  expect(config.xero.apiUrl).toBe('https://api.xero.com')
})

test('lets one identity host stand for both of Xero’s', () => {
  const { xero } = readConfig({ XERO_IDENTITY_URL: 'http://localhost:4410/' })
  expect([xero.authorizeUrl, xero.tokenUrl]).toEqual([
    'http://localhost:4410/identity/connect/authorize',
    'http://localhost:4410/connect/token',
  ])
})

test('names every variable that is wrong, and how, but not what it held', () => {
  const wrong = () =>
    readConfig({ PORT: 'many', SECRET_KEY: 'short-and-secret', DATABASE_URL: 'mysql://localhost' })
  expect(wrong).toThrow(/PORT: .*DATABASE_URL: .*SECRET_KEY: at least 32 characters/)
  expect(wrong).not.toThrow(/short-and-secret/)
})
