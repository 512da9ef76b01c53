import type { Failure } from './failure.ts'
import type { AccountCode } from './ids.ts'
import type { LedgerLists } from './ledger-lists.ts'
import type { LedgerKind } from './outlet.ts'

/**
 * Why a bill's line cannot name this account, in the ledger's own words; null where it can.
 * Sources: facts/errors.md #3, #4, #20, #23; facts/qbo.md, Errors.
 */
export function accountFailure(code: AccountCode, ledger: LedgerKind, lists: LedgerLists): Failure | null {
  const account = lists.accounts.find(one => one.code === code)
  if (account?.active && account.allowed) return null
  if (ledger === 'xero') {
    // Xero says the same of an account that it never had and of one of the wrong kind.
    return account?.allowed
      ? failure('account-archived', `Account code '${code}' has been archived, or deleted.`)
      : failure('account-not-valid', `Account code '${code}' is not a valid code for this document.`)
  }
  if (!account) return failure('account-unknown', `2500 Accounts element id ${code} not found`)
  if (!account.active)
    return failure('reference-inactive', `610 Object Not Found: account ${code} was made inactive`)
  return account.type === 'Accounts Payable'
    ? failure(
        'payables-on-line',
        `You can't use an Accounts Payable account on the detail portion of a Bill: ${code}`,
      )
    : failure(
        'account-type',
        `6430 An account of type ${account.type} cannot stand on a bill's line: ${code}`,
      )
}

function failure(code: string, raw: string): Failure {
  return { code, raw: raw.slice(0, 4000), billState: null }
}
