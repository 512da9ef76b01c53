import { Hono } from 'hono'
import { classOf } from '../books/account.ts'
import { wireTime } from '../documents/wire-date.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { envelope } from './envelope.ts'
import { filtered } from './list-query.ts'

/** `GET /Accounts`: the chart of accounts, archived accounts included. */
export function accountRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/Accounts', c => {
    const accounts = c.var.organisation.accounts.map(account => ({
      AccountID: account.accountId,
      Code: account.code,
      Name: account.name,
      Status: account.status,
      Type: account.type,
      TaxType: account.taxType,
      Class: classOf(account.type),
      EnablePaymentsToAccount: false,
      ShowInExpenseClaims: false,
      ...(account.description === undefined ? {} : { Description: account.description }),
      ...(account.type === 'BANK'
        ? {
            BankAccountNumber: '000111222333',
            BankAccountType: 'BANK',
            CurrencyCode: c.var.organisation.baseCurrency,
          }
        : { BankAccountType: '' }),
      ...(account.systemAccount === undefined ? {} : { SystemAccount: account.systemAccount }),
      ReportingCode: '',
      HasAttachments: false,
      UpdatedDateUTC: wireTime(account.updatedAt),
      AddToWatchlist: false,
    }))
    return envelope(c, sandbox.clock(), 'Accounts', filtered(c, accounts))
  })
  return app
}
