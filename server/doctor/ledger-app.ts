import type { Config } from '../config.ts'

/** What the doctor has to know of a ledger's app, the same for each. */
export interface LedgerApp {
  name: 'Xero' | 'QuickBooks'
  /** The variables of id, secret and webhook key. */
  variables: { id: string; secret: string; webhook: string }
  clientId: string
  clientSecret: string
  tokenUrl: string
  apiUrl: string
  /** An address of the API that answers 401 to whoever has no good token. */
  closedUrl: string
  webhookKey: string | null
  /** Where its id and secret are found. */
  portal: string
  /** Its part in the paths of our addresses. */
  path: 'xero' | 'quickbooks'
  /** Whose organisations these keys open. */
  reaches: string
}

export function xeroApp({ xero }: Config): LedgerApp {
  return {
    ...xero,
    name: 'Xero',
    path: 'xero',
    variables: { id: 'XERO_CLIENT_ID', secret: 'XERO_CLIENT_SECRET', webhook: 'XERO_WEBHOOK_KEY' },
    closedUrl: `${xero.apiUrl}/connections`,
    portal: 'developer.xero.com → My Apps → the app → Configuration',
    reaches: 'Any organisation may be connected, as many as the app’s plan has connections for.',
  }
}

/** Development keys and production keys look alike: which are meant shows in the API's address (facts/qbo.md). */
export function quickbooksApp({ quickbooks }: Config): LedgerApp {
  const isForTests = new URL(quickbooks.apiUrl).hostname.startsWith('sandbox-')
  return {
    ...quickbooks,
    name: 'QuickBooks',
    path: 'quickbooks',
    variables: { id: 'QBO_CLIENT_ID', secret: 'QBO_CLIENT_SECRET', webhook: 'QBO_WEBHOOK_TOKEN' },
    closedUrl: `${quickbooks.apiUrl}/v3/company/1/companyinfo/1?minorversion=75`,
    portal: 'developer.intuit.com → App dashboard → the app → Keys and credentials',
    reaches: isForTests
      ? 'QBO_API_URL is Intuit’s sandbox: these must be the Development keys, and only test companies can be connected.'
      : 'These must be the Production keys; Development keys reach test companies alone, with QBO_API_URL=https://sandbox-quickbooks.api.intuit.com.',
  }
}
