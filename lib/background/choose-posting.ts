import type { ChargeKind } from '#lib/domain/invoice.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { Posting, PostingChange } from '#lib/domain/posting.ts'
import { say } from '#lib/words/say.ts'
import { Refusal } from './refusal.ts'

/** What is posted after a change of it; another organisation has other accounts and other tax codes. */
export function changedPosting(before: Posting, change: PostingChange, sameOrganisation: boolean): Posting {
  const kept = sameOrganisation ? before : { ...before, chargeAccounts: {}, taxCodes: {} }
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...kept, ...Object.fromEntries(given) }
}

/**
 * What was chosen before is not judged: one account that was archived since must not stop the choice of another.
 * @throws Refusal that names the first newly chosen account or tax code that the ledger would not take.
 */
export function checkPosting(change: PostingChange, before: Posting, lists: LedgerLists): void {
  for (const [kind, code] of Object.entries(change.chargeAccounts ?? {})) {
    if (before.chargeAccounts[kind as ChargeKind] === code) continue
    const account = lists.accounts.find(one => one.code === code)
    if (account?.active && account.allowed) continue
    throw new Refusal(say('refused.account-not-for-bills', { account: code }))
  }
  for (const [rate, code] of Object.entries(change.taxCodes ?? {})) {
    if (before.taxCodes[rate] === code) continue
    const tax = lists.taxRates.find(one => one.code === code)
    if (tax?.active && tax.purchases && tax.rate === rate) continue
    throw new Refusal(say('refused.tax-rate-not-for', { name: tax?.name ?? code, rate }))
  }
}
