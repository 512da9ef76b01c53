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

test('stands for real QuickBooks, with the people of its sandbox at their own host', () => {
  expect(readConfig({}).quickbooks).toEqual({
    clientId: '',
    clientSecret: '',
    apiUrl: 'https://quickbooks.api.intuit.com',
    appUrl: 'https://app.qbo.intuit.com',
    authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
    tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
    revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
    userinfoUrl: 'https://accounts.platform.intuit.com/v1/openid_connect/userinfo',
    webhookKey: null,
  })
  const sandbox = readConfig({ QBO_API_URL: 'https://sandbox-quickbooks.api.intuit.com' })
  expect(sandbox.quickbooks.userinfoUrl).toContain('//sandbox-accounts.platform.intuit.com/')
})

test('lets one identity host stand for all of Intuit’s', () => {
  const { quickbooks } = readConfig({ QBO_IDENTITY_URL: 'http://localhost:4410/quickbooks/' })
  expect([
    quickbooks.authorizeUrl,
    quickbooks.tokenUrl,
    quickbooks.revokeUrl,
    quickbooks.userinfoUrl,
  ]).toEqual([
    'http://localhost:4410/quickbooks/connect/oauth2',
    'http://localhost:4410/quickbooks/oauth2/v1/tokens/bearer',
    'http://localhost:4410/quickbooks/v2/oauth2/tokens/revoke',
    'http://localhost:4410/quickbooks/v1/openid_connect/userinfo',
  ])
})

test('names every variable that is wrong, and how, but not what it held', () => {
  const wrong = () =>
    readConfig({ PORT: 'many', SECRET_KEY: 'short-and-secret', DATABASE_URL: 'mysql://localhost' })
  expect(wrong).toThrow(/PORT: .*DATABASE_URL: .*SECRET_KEY: at least 32 characters/)
  expect(wrong).not.toThrow(/short-and-secret/)
})
