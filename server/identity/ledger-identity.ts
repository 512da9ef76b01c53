import type { LedgerKind } from '#lib/domain/outlet.ts'
import type { Config } from '../config.ts'
import type { CameBack, Consent, Tokens } from './consent.ts'
import * as quickbooks from './quickbooks-oauth.ts'
import * as xero from './xero-oauth.ts'

/** Where the ledgers are, and who we are to them. */
export type LedgerConfigs = Pick<Config, 'xero' | 'quickbooks'>

/** How people come to us through a ledger, the same for each. */
export interface LedgerIdentity {
  /** The ledger's name, for people. */
  name: string
  /** The variables to set, where the server has no app of that ledger yet; else null. */
  lacks: string | null
  authorizeUrl(redirect: string, state: string, nonce: string): string
  /** @throws if the ledger cannot be reached, or its answer belongs to something else */
  consentOf(redirect: string, cameBack: CameBack, nonce: string): Promise<Consent>
  /** @throws ConsentLost */
  refresh(tokens: Tokens): Promise<Tokens>
}

export function ledgerIdentity(configs: LedgerConfigs, ledger: LedgerKind): LedgerIdentity {
  if (ledger === 'xero') {
    const config = configs.xero
    return {
      name: 'Xero',
      lacks: config.clientId === '' ? 'XERO_CLIENT_ID and XERO_CLIENT_SECRET' : null,
      authorizeUrl: (...given) => xero.authorizeUrl(config, ...given),
      consentOf: (...given) => xero.consentOf(config, ...given),
      refresh: tokens => xero.refreshTokens(config, tokens),
    }
  }
  const config = configs.quickbooks
  return {
    name: 'QuickBooks',
    lacks: config.clientId === '' ? 'QBO_CLIENT_ID and QBO_CLIENT_SECRET' : null,
    authorizeUrl: (...given) => quickbooks.authorizeUrl(config, ...given),
    consentOf: (...given) => quickbooks.consentOf(config, ...given),
    refresh: tokens => quickbooks.refreshTokens(config, tokens),
  }
}
